-- Each listing has an open text, which everybody reads and matching reads, and may have a closed part.

alter table needs add column tier text not null default 'public'
  check (tier in ('public', 'members', 'on_request'));
-- The details in words, while everybody may read them; empty otherwise, so that whatever reads this
-- table can give away nothing.
alter table needs add column open_details text not null default '';
alter table achievements add column tier text not null default 'public'
  check (tier in ('public', 'members', 'on_request'));

create table listing_details (
  subject_type text not null check (subject_type in ('need', 'achievement')),
  subject_id uuid not null,
  details jsonb not null,
  primary key (subject_type, subject_id)
);

-- Somebody asked to see a closed part, and what the owner decided.
create table disclosures (
  id uuid primary key,
  subject_type text not null check (subject_type in ('need', 'achievement')),
  subject_id uuid not null,
  -- The organisation whose listing it is.
  owner_id uuid not null references organisations (id),
  requested_by text not null,
  requester_name text not null,
  -- For whom: all its members then may see it; without one only the person.
  organisation_id uuid references organisations (id),
  requester_organisation text not null default '',
  words text not null,
  requested_at timestamptz not null,
  status text not null check (status in ('asked', 'granted', 'refused', 'revoked')),
  valid_until date,
  decided_by text,
  decided_at timestamptz,
  reason text,
  check ((status = 'asked') = (decided_at is null)),
  check (status <> 'granted' or valid_until is not null)
);
create index disclosures_subject on disclosures (subject_type, subject_id, requested_at desc);
create index disclosures_owner on disclosures (owner_id, requested_at) where status = 'asked';
-- One open question a person and listing.
create unique index disclosures_open on disclosures (subject_type, subject_id, requested_by)
  where status = 'asked';

-- Who opened a closed part, when; `file_id` when it was one of its files.
create table closed_openings (
  id uuid primary key,
  subject_type text not null check (subject_type in ('need', 'achievement')),
  subject_id uuid not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  organisation_name text not null default '',
  file_id uuid,
  file_name text
);
create index closed_openings_subject on closed_openings (subject_type, subject_id, at desc);
