-- Dockings: one need and one offer brought together, from the first contact to the contract and what
-- came of it. The names and titles are kept as they were when it was proposed.

-- The last number given in each year; gaps are harmless.
create table docking_numbers (
  year int primary key,
  last int not null
);

create table dockings (
  id uuid primary key,
  region_code text not null,                 -- GB/T 2260, of the need
  number text not null unique,               -- RT-2026-0001
  status text not null check (status in (
    'proposed', 'accepted', 'declined', 'contacted', 'met',
    'negotiating', 'contracted', 'delivering', 'completed', 'failed')),
  version int not null default 1,
  need_id uuid not null,
  need_title text not null,
  asker_organisation_id uuid not null,
  asker_name text not null,
  offer_kind text not null check (offer_kind in ('achievement', 'expert')),
  offer_id uuid not null,
  offer_title text not null,
  responder_organisation_id uuid,
  responder_expert_id uuid,
  responder_name text not null,
  broker_id text,                            -- user id; null while nobody has taken it
  match_then jsonb,                          -- the reasons as they stood when it was proposed
  proposed_at timestamptz not null,
  step_started_at timestamptz not null,
  due_at timestamptz,                        -- of the step it is in; null once ended
  overdue_at timestamptz,                    -- when this step was marked overdue
  escalated boolean not null default false,  -- handed to the operators of the region
  ended_at timestamptz,
  is_example boolean not null default false,
  check (responder_organisation_id is not null or responder_expert_id is not null),
  check ((ended_at is not null) = (status in ('declined', 'completed', 'failed')))
);

create index dockings_region on dockings (region_code, status, due_at);
create index dockings_asker on dockings (asker_organisation_id);
create index dockings_responder_organisation on dockings (responder_organisation_id);
create index dockings_responder_expert on dockings (responder_expert_id);
create index dockings_broker on dockings (broker_id);
create index dockings_pair on dockings (need_id, offer_kind, offer_id);
create unique index dockings_one_open on dockings (need_id, offer_kind, offer_id)
  where status not in ('declined', 'completed', 'failed');
-- What the job that marks overdue cases looks through, every minute.
create index dockings_due on dockings (due_at)
  where overdue_at is null and ended_at is null;

create table docking_entries (
  id uuid primary key,
  docking_id uuid not null references dockings (id),
  seq bigint not null generated always as identity,  -- the order; several may share a moment
  at timestamptz not null,
  action text not null,
  from_status text,
  to_status text not null,
  actor_id text,                             -- null: the system
  actor_side text not null check (actor_side in ('asker', 'responder', 'broker', 'operator', 'system')),
  words text,
  reason_code text,
  facts jsonb not null default '{}',
  file_id uuid references stored_files (id),
  is_example boolean not null default false
);
create index docking_entries_order on docking_entries (docking_id, seq);
create index docking_entries_action on docking_entries (action, at);

-- History is only ever added to; example cases may go as a whole.
create trigger docking_entries_append_only before update or truncate on docking_entries
  for each statement execute function refuse_change();
create trigger docking_entries_kept before delete on docking_entries
  for each row when (not old.is_example) execute function refuse_change();

create table docking_contracts (
  docking_id uuid primary key references dockings (id),
  type text not null check (type in ('development', 'transfer', 'licence', 'consulting', 'service')),
  amount_fen bigint not null check (amount_fen > 0),
  technology_amount_fen bigint not null check (technology_amount_fen between 0 and amount_fen),
  registration_number text check (registration_number ~ '^[0-9]{16}$'),
  signed_on date not null,
  file_id uuid not null references stored_files (id),
  recorded_at timestamptz not null,
  is_example boolean not null default false
);

create table docking_payments (
  id uuid primary key,
  docking_id uuid not null references dockings (id),
  amount_fen bigint not null check (amount_fen > 0),
  paid_on date not null,
  file_id uuid not null references stored_files (id),
  recorded_at timestamptz not null,
  is_example boolean not null default false
);
create index docking_payments_docking on docking_payments (docking_id, paid_on);
