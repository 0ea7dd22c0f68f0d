-- What is asked and what is offered.

create table needs (
  id uuid primary key,
  region_code text not null,
  organisation_id uuid not null references organisations (id),
  title text not null,
  description text not null,
  industry_code text,
  budget_fen bigint check (budget_fen >= 0),
  months integer check (months > 0),
  coop_modes text[] not null default '{}',
  status text not null check (status in ('draft', 'submitted', 'returned', 'published', 'in_docking', 'closed')),
  close_reason text,
  open_dockings integer not null default 0 check (open_dockings >= 0),
  dockings integer not null default 0,
  -- One of its dockings was completed; it ends as answered when no other is open.
  answered boolean not null default false,
  published_at timestamptz,
  step_started_at timestamptz not null,
  due_at timestamptz,
  overdue_at timestamptz,
  is_example boolean not null default false,
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((status = 'closed') = (close_reason is not null))
);
create index needs_region on needs (region_code, status, published_at desc);
create index needs_organisation on needs (organisation_id, updated_at desc);
create index needs_due on needs (due_at) where due_at is not null;

create table achievements (
  id uuid primary key,
  region_code text not null,
  organisation_id uuid not null references organisations (id),
  expert_id uuid references experts (id),
  title text not null,
  abstract text not null,
  keywords text[] not null default '{}',
  industry_code text,
  trl smallint check (trl between 1 and 9),   -- GB/T 22900
  price_min_fen bigint check (price_min_fen >= 0),
  price_max_fen bigint check (price_max_fen >= price_min_fen),
  coop_modes text[] not null default '{}',
  status text not null check (status in ('draft', 'published', 'withdrawn')),
  published_at timestamptz,
  is_example boolean not null default false,
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index achievements_region on achievements (region_code, status, published_at desc);
create index achievements_status on achievements (status, published_at desc);
create index achievements_organisation on achievements (organisation_id, updated_at desc);

-- What happened to each listing, in its people's words.
create table listing_entries (
  id uuid primary key,
  subject_type text not null check (subject_type in ('need', 'achievement')),
  subject_id uuid not null,
  at timestamptz not null,
  action text not null,
  from_status text,
  to_status text not null,
  actor_id text not null,
  actor_name text not null,
  words text,
  reason_code text
);
create index listing_entries_subject on listing_entries (subject_type, subject_id, id);
