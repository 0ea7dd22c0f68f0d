-- Entries of the directory change, end, are merged and belong to people; each keeps its history.

alter table organisations
  add column aliases text[] not null default '{}',        -- short and other names, searched
  add column former_names text[] not null default '{}',   -- names it had; a new name adds the old one
  add column parent_id uuid references organisations (id) on delete set null,
  add column carrier_type text,
  add column status text not null default 'active' check (status in ('active', 'retired', 'merged')),
  add column merged_into uuid references organisations (id) on delete set null,
  add constraint organisations_parent_check check (parent_id is null or parent_id <> id),
  add constraint organisations_carrier_check check (carrier_type is null or kind = 'carrier'),
  add constraint organisations_merged_check check (merged_into is null or status = 'merged');
create index organisations_parent on organisations (parent_id) where parent_id is not null;
create index organisations_merged_into on organisations (merged_into) where merged_into is not null;
create index organisations_other_names on organisations using gin (aliases, former_names);
-- One that ended in another gives its name free.
drop index organisations_name;
create unique index organisations_name on organisations (name)
  where uscc is null and status <> 'merged';

alter table experts
  add column fields text[] not null default '{}',         -- technology fields, coded
  add column languages text[] not null default '{}',
  add column orcid text unique,
  add column availability text check (availability in ('available', 'busy', 'unavailable')),
  add column availability_day date,                       -- available from, busy until
  add column availability_words text not null default '',
  add column status text not null default 'active' check (status in ('active', 'retired', 'merged')),
  add column merged_into uuid references experts (id) on delete set null,
  add constraint experts_merged_check check (merged_into is null or status = 'merged');
create index experts_merged_into on experts (merged_into) where merged_into is not null;
create index experts_name on experts (name);

-- What happened to an entry, in order; with `content` also what it said from then on. An entry that
-- came in with a library gets its first line when it is changed for the first time.
create table directory_entries (
  id uuid primary key,
  subject_type text not null check (subject_type in ('organisation', 'expert', 'facility')),
  subject_id uuid not null,
  at timestamptz not null,
  action text not null,
  from_status text,
  to_status text not null,
  actor_id text not null,
  actor_name text not null,
  words text,
  reason_code text,
  version integer not null,
  content jsonb
);
create index directory_entries_subject on directory_entries (subject_type, subject_id, id);
create trigger directory_entries_append_only before update on directory_entries
  for each statement execute function refuse_change();

-- Whom a carrier houses or an alliance joins: organisations and experts, from a day until a day.
create table carrier_members (
  id uuid primary key,
  carrier_id uuid not null references organisations (id) on delete cascade,
  organisation_id uuid references organisations (id) on delete cascade,
  expert_id uuid references experts (id) on delete cascade,
  from_day date not null,
  until_day date,                                         -- the last day, inclusive
  words text not null default '',
  check ((organisation_id is null) <> (expert_id is null)),
  check (organisation_id is null or organisation_id <> carrier_id),
  check (until_day is null or until_day >= from_day)
);
create unique index carrier_members_present
  on carrier_members (carrier_id, coalesce(organisation_id, expert_id)) where until_day is null;
create index carrier_members_organisation on carrier_members (organisation_id);
create index carrier_members_expert on carrier_members (expert_id);

create table carrier_activities (
  id uuid primary key,
  carrier_id uuid not null references organisations (id) on delete cascade,
  held_on date not null,
  title text not null,
  words text not null,
  entered_by text not null,
  entered_name text not null,
  entered_at timestamptz not null
);
create index carrier_activities_carrier on carrier_activities (carrier_id, held_on desc);

-- Asked to act for an organisation. The token is in the mail alone; here is its hash.
create table membership_invitations (
  id uuid primary key,
  organisation_id uuid not null references organisations (id) on delete cascade,
  email text not null,
  token_hash text not null unique,
  invited_by text not null,
  invited_by_name text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create unique index membership_invitations_open
  on membership_invitations (organisation_id, email) where accepted_at is null and revoked_at is null;

-- An account says that an organisation or a profile is its own; an operator decides.
create table directory_claims (
  id uuid primary key,
  region_code text not null,
  subject_type text not null check (subject_type in ('organisation', 'expert')),
  organisation_id uuid references organisations (id) on delete cascade,
  expert_id uuid references experts (id) on delete cascade,
  user_id text not null references users (id) on delete cascade,
  status text not null check (status in ('submitted', 'approved', 'refused', 'withdrawn')),
  words text not null,
  file_id uuid not null,
  reason_code text,
  answer text,
  step_started_at timestamptz not null,
  due_at timestamptz,
  overdue_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((organisation_id is not null) = (subject_type = 'organisation')),
  check ((expert_id is not null) = (subject_type = 'expert'))
);
create unique index directory_claims_open
  on directory_claims (user_id, coalesce(organisation_id, expert_id)) where status = 'submitted';
create index directory_claims_due on directory_claims (due_at) where status = 'submitted';
