-- Files and patents that belong to a listing, what proves its maturity, and all that it said before.

alter table achievements add column patents jsonb not null default '[]';
-- What proves the level of maturity, GB/T 22900, in the holder's words.
alter table achievements add column trl_proof text;

create table listing_attachments (
  file_id uuid primary key references stored_files (id),
  subject_type text not null check (subject_type in ('need', 'achievement')),
  subject_id uuid not null,
  position smallint not null,
  caption text not null default '',
  -- `maturity`: proves the level of maturity.
  purpose text not null default 'document' check (purpose in ('document', 'maturity')),
  -- Belongs to the closed part: read only by those to whom that is open.
  is_closed boolean not null default false
);
create index listing_attachments_subject on listing_attachments (subject_type, subject_id, position);

-- What a listing said, once for every change of its content; the highest number is what it says now.
create table listing_versions (
  subject_type text not null check (subject_type in ('need', 'achievement')),
  subject_id uuid not null,
  number integer not null check (number > 0),
  at timestamptz not null,
  actor_name text not null,
  content jsonb not null,
  primary key (subject_type, subject_id, number)
);
