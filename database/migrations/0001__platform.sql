-- What every module stands on: the audit chain, the outbox, idempotent requests, settings, files.

-- One row. Every command locks it last, so that audit and outbox are numbered in commit order.
create table audit_head (
  id smallint primary key default 1 check (id = 1),
  seq bigint not null,
  hash text not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

create table audit_entries (
  seq bigint primary key,
  at timestamptz not null,
  actor_id text not null,          -- user id, 'visitor' or 'system'
  action text not null,            -- the command's name
  subject_type text not null,
  subject_id text not null,
  request_id text not null,
  data jsonb not null,             -- facts, never secrets or free text
  prev_hash text not null,
  hash text not null
);
create index audit_entries_subject on audit_entries (subject_type, subject_id, seq);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'RT001';
end $$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();

create table outbox (
  seq bigint primary key,
  at timestamptz not null,
  type text not null,
  subject_type text not null,
  subject_id text not null,
  data jsonb not null
);

-- How far each durable subscriber has read.
create table outbox_cursors (
  name text primary key,
  seq bigint not null
);

create table idempotency_keys (
  actor_id text not null,
  key text not null,
  request_hash text not null,
  response jsonb,
  at timestamptz not null,
  primary key (actor_id, key)
);
create index idempotency_keys_at on idempotency_keys (at);

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null
);

create table stored_files (
  id uuid primary key,
  name text not null,
  media_type text not null,
  size bigint not null check (size >= 0),
  sha256 text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  -- Set once a record uses the file; the record's own permission then decides who may read it.
  subject_type text,
  subject_id text,
  is_example boolean not null default false
);
create index stored_files_subject on stored_files (subject_type, subject_id);
