-- Whole libraries coming in: a file becomes rows here, the rows are checked, then written at once.

create table imports (
  id uuid primary key,
  kind text not null,                        -- organisation, expert, achievement, need, facility
  file_name text not null,
  user_id text not null references users (id) on delete cascade,
  organisation_id uuid,                      -- set when somebody brings in the own listings
  status text not null check (status in (
    'read', 'checking', 'checked', 'writing', 'done', 'undoing', 'undone', 'cancelled')),
  version integer not null default 1,
  language text not null,                    -- of the reasons
  columns jsonb not null,                    -- the header as it stands in the file
  mapping jsonb not null,                    -- for each column the field it goes to, or null
  rows_total integer not null,
  rows_bad integer not null default 0,
  progress integer not null default 0,       -- rows that the present step is through with
  leave_out_bad boolean not null default false,
  problems jsonb not null default '[]',      -- why the last step stopped
  created_at timestamptz not null,
  step_started_at timestamptz not null,
  finished_at timestamptz
);
create index imports_user on imports (user_id, created_at desc);

create table import_rows (
  import_id uuid not null references imports (id) on delete cascade,
  number integer not null,                   -- as the spreadsheet counts it
  cells jsonb not null,
  record jsonb,                              -- what will be written, with its id; null when bad
  faults jsonb,                              -- [{field, text}]
  primary key (import_id, number)
);
create index import_rows_bad on import_rows (import_id, number) where faults is not null;

-- Which column went to which field, so that the next file needs no questions.
create table import_mappings (
  user_id text not null references users (id) on delete cascade,
  kind text not null,
  headers jsonb not null,
  updated_at timestamptz not null,
  primary key (user_id, kind)
);
