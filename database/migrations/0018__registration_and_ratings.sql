-- The package with which a technology contract is registered at the official venue, and what both
-- sides think of each other afterwards.

alter table docking_contracts
  add column period_from date,
  add column period_until date,
  -- What is no technology: [{ "what": "测温传感器", "amountFen": 500000 }]
  add column deductions jsonb not null default '[]',
  add column registered_on date,
  add column certificate_file_id uuid references stored_files (id);

-- The fields of the venue's form that the contract itself does not hold.
create table docking_registrations (
  docking_id uuid primary key references dockings (id),
  form jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  is_example boolean not null default false
);

create table docking_ratings (
  docking_id uuid not null references dockings (id),
  side text not null check (side in ('asker', 'responder')),   -- who rates
  user_id text not null,
  given_at timestamptz not null,
  visible_from timestamptz not null,         -- when it is read at the latest
  reply int not null check (reply between 1 and 5),
  promise int not null check (promise between 1 and 5),
  again int not null check (again between 1 and 5),
  words text not null,
  rated_organisation_id uuid,                -- null for an expert without an organisation here
  is_example boolean not null default false,
  primary key (docking_id, side)
);
create index docking_ratings_organisation on docking_ratings (rated_organisation_id);
