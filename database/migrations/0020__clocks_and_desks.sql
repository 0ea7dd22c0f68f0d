-- The clock of every step that has a deadline, its pauses, what was set by whom and on what ground,
-- and who stands in for whom.

-- One row for each thing that waits for somebody. The thing itself keeps its deadline too; while its
-- clock stands still it has none there.
create table step_clocks (
  subject_type text not null,
  subject_id uuid not null,
  started_at timestamptz not null,
  due_at timestamptz not null,               -- as if no pause were running
  half_at timestamptz,                       -- when to remind at half time; null: too short for that
  end_at timestamptz,                        -- when to remind on the last day
  next_at timestamptz,                       -- when the job looks again; null: all was said
  paused_since timestamptz,                  -- null: it runs
  primary key (subject_type, subject_id)
);
create index step_clocks_next on step_clocks (next_at) where next_at is not null;

create table clock_pauses (
  id uuid primary key,
  subject_type text not null,
  subject_id uuid not null,
  step_started_at timestamptz not null,      -- of the step that stands still
  reason_code text not null,
  words text not null,
  since timestamptz not null,
  until date not null,                       -- goes on by itself on this day in China
  paused_by text not null,
  paused_by_name text not null,
  ended_at timestamptz,
  ended_by text                              -- user id; 'system' at the day, 'step' when the case went on
);
create index clock_pauses_subject on clock_pauses (subject_type, subject_id, since);
create unique index clock_pauses_one on clock_pauses (subject_type, subject_id) where ended_at is null;

-- What waits already goes on: nobody is reminded for the time before, and what is late is marked as ever.
insert into step_clocks (subject_type, subject_id, started_at, due_at, next_at)
  select 'docking', id, step_started_at, due_at, case when overdue_at is null then due_at end
  from dockings where due_at is not null;
insert into step_clocks (subject_type, subject_id, started_at, due_at, next_at)
  select 'need', id, step_started_at, due_at, case when overdue_at is null then due_at end
  from needs where due_at is not null;

-- What was set, by whom, and where it was taken from. A year of the calendar is one entry.
create table setting_changes (
  id uuid primary key,
  key text not null,
  value jsonb not null,
  source text not null,
  at timestamptz not null,
  changed_by text not null,
  changed_by_name text not null
);
create index setting_changes_key on setting_changes (key, at desc);
create trigger setting_changes_append_only before update or delete or truncate on setting_changes
  for each statement execute function refuse_change();

-- Who is away, and who acts meanwhile. Days in China, both inclusive.
create table leaves (
  id uuid primary key,
  user_id text not null references users (id) on delete cascade,
  deputy_id text not null references users (id) on delete cascade,
  from_day date not null,
  until_day date not null,
  note text not null default '',
  entered_at timestamptz not null,
  ended_at timestamptz,                      -- when it was called off or cut short
  check (until_day >= from_day),
  check (deputy_id <> user_id)
);
create index leaves_user on leaves (user_id, until_day);
create index leaves_deputy on leaves (deputy_id, until_day);
