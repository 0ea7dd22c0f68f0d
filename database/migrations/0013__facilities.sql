-- Instruments and facilities that others may use, and who uses them when.

create table facilities (
  id uuid primary key,
  region_code text not null,
  organisation_id uuid not null references organisations (id),
  name text not null,
  sort_key text not null,           -- pinyin, for lists in Chinese order
  category text not null default 'other',
  model text not null default '',
  abilities text not null,          -- what it can do
  place text not null default '',
  fee text not null default '',     -- as its owner words it
  -- Opening hours of the week in Beijing time: [{"weekday":1,"from":"09:00","until":"17:00"}, …];
  -- none: not booked here.
  opening jsonb not null default '[]',
  slot_minutes integer not null default 60 check (slot_minutes between 15 and 1440),
  lead_days integer not null default 1 check (lead_days between 0 and 90),
  longest_minutes integer not null default 480 check (longest_minutes between 15 and 1440),
  needs_approval boolean not null default true,
  status text not null default 'active' check (status in ('active', 'retired')),
  is_example boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index facilities_region on facilities (region_code, sort_key);
create index facilities_organisation on facilities (organisation_id, sort_key);

create table facility_bookings (
  id uuid primary key,
  facility_id uuid not null references facilities (id) on delete cascade,
  user_id text not null references users (id) on delete cascade,
  booker_organisation_id uuid references organisations (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  purpose text not null,
  status text not null check (status in ('requested', 'confirmed', 'refused', 'cancelled')),
  answer text,                      -- why it was refused or cancelled, or a word with the approval
  step_started_at timestamptz not null,
  due_at timestamptz,
  overdue_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (ends_at > starts_at)
);
create index facility_bookings_facility on facility_bookings (facility_id, starts_at);
create index facility_bookings_user on facility_bookings (user_id, starts_at desc);
create index facility_bookings_due on facility_bookings (due_at) where status = 'requested';
