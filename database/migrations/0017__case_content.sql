-- What a case holds beside its steps: meetings with those who come, and milestones of the work.

-- Delivered and waiting for the asker to look at it: the state that was missing in between.
alter table dockings drop constraint dockings_status_check;
alter table dockings add constraint dockings_status_check check (status in (
  'proposed', 'accepted', 'declined', 'contacted', 'met',
  'negotiating', 'contracted', 'delivering', 'delivered', 'completed', 'failed'));
-- Milestones that are not accepted yet; 0 where the work is taken as a whole.
alter table dockings add column open_milestones int not null default 0
  check (open_milestones >= 0);

create table docking_milestones (
  id uuid primary key,
  docking_id uuid not null references dockings (id),
  position int not null,
  title text not null,
  due_on date not null,
  amount_fen bigint not null check (amount_fen >= 0),
  status text not null check (status in ('planned', 'delivered', 'returned', 'accepted')),
  delivered_at timestamptz,
  accepted_at timestamptz,
  is_example boolean not null default false,
  check ((accepted_at is not null) = (status = 'accepted'))
);
create index docking_milestones_docking on docking_milestones (docking_id, position);
-- One delivery at a time is looked at, so that it is always clear whose turn it is.
create unique index docking_milestones_one_delivered on docking_milestones (docking_id)
  where status = 'delivered';

alter table docking_payments add column milestone_id uuid references docking_milestones (id);

create table docking_meetings (
  id uuid primary key,
  docking_id uuid not null references dockings (id),
  sequence int not null default 0,           -- SEQUENCE of RFC 5545: raised with each change
  place text not null,                       -- one of place and link is given
  link text not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > begins_at),
  agenda text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  others int,                                -- who came without an account here
  minutes text,
  minutes_by text,
  minutes_side text check (minutes_side in ('asker', 'responder', 'broker', 'operator')),
  minutes_at timestamptz,
  minutes_file_id uuid references stored_files (id),
  is_example boolean not null default false,
  check (place <> '' or link <> ''),
  check ((minutes is null) = (minutes_at is null)),
  check (minutes is null or cancelled_at is null)
);
create index docking_meetings_docking on docking_meetings (docking_id, begins_at);

create table docking_meeting_people (
  meeting_id uuid not null references docking_meetings (id),
  user_id text not null,
  side text not null check (side in ('asker', 'responder', 'broker', 'operator')),
  answer text check (answer in ('comes', 'absent')),
  answered_at timestamptz,
  attended boolean,                          -- null until the minutes are written
  is_example boolean not null default false,
  primary key (meeting_id, user_id)
);

-- That a side which did not write the minutes finds them right.
create table docking_meeting_confirmations (
  meeting_id uuid not null references docking_meetings (id),
  side text not null check (side in ('asker', 'responder', 'broker', 'operator')),
  user_id text not null,
  at timestamptz not null,
  is_example boolean not null default false,
  primary key (meeting_id, side)
);
