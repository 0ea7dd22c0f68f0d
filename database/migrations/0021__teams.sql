-- Expert service teams: who is in them, where they are sent, what they see there, and their weekly
-- reports, which are written from that.

create table teams (
  id uuid primary key,
  region_code text not null,
  kind text not null check (kind in ('service_group', 'expert_team')),  -- 科技服务团, 专家服务队
  name text not null,
  area text not null default '',             -- the park or trade it looks after, in words
  industry_codes text[] not null default '{}',
  lead_id text not null references users (id),
  lead_unit_id uuid not null references organisations (id),  -- its members get the weekly report
  status text not null check (status in ('active', 'ended')),
  founded_on date not null,
  ended_on date,
  version integer not null default 1,
  is_example boolean not null default false,
  created_at timestamptz not null,
  check ((status = 'ended') = (ended_on is not null))
);
create index teams_region on teams (region_code, status);
create unique index teams_name on teams (region_code, name) where status = 'active';

create table team_members (
  id uuid primary key,
  team_id uuid not null references teams (id),
  kind text not null check (kind in ('expert', 'broker')),
  expert_id uuid,
  user_id text,                              -- the account that acts; an expert may have none
  name text not null,
  from_day date not null,
  until_day date,                            -- the last day, inclusive
  check ((kind = 'expert') = (expert_id is not null)),
  check (kind = 'expert' or user_id is not null)
);
create index team_members_team on team_members (team_id, from_day);
create index team_members_user on team_members (user_id);
create index team_members_expert on team_members (expert_id);

create table team_dispatches (
  id uuid primary key,
  team_id uuid not null references teams (id),
  need_id uuid not null,
  need_title text not null,
  asker_organisation_id uuid not null,
  asker_name text not null,
  region_code text not null,
  words text not null,                       -- what they are to find out
  sent_by text not null,
  sent_by_name text not null,
  sent_at timestamptz not null,
  closed_at timestamptz,
  is_example boolean not null default false
);
create index team_dispatches_team on team_dispatches (team_id, sent_at desc);
create index team_dispatches_need on team_dispatches (need_id);

-- One row for each member who is sent: each answers alone.
create table team_dispatch_members (
  id uuid primary key,
  dispatch_id uuid not null references team_dispatches (id),
  member_id uuid not null references team_members (id),
  status text not null check (status in ('sent', 'accepted', 'declined')),
  reason_code text,
  words text,
  step_started_at timestamptz not null,
  due_at timestamptz,
  overdue_at timestamptz,
  answered_at timestamptz,
  unique (dispatch_id, member_id)
);
create index team_dispatch_members_member on team_dispatch_members (member_id, status);

create table team_visits (
  id uuid primary key,
  dispatch_id uuid not null references team_dispatches (id),
  visited_on date not null,
  place text not null,
  people integer not null check (people between 1 and 500),
  found text not null,                       -- what they saw
  next_step text not null,
  recorded_by text not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null
);
create index team_visits_dispatch on team_visits (dispatch_id, visited_on);

create table team_reports (
  id uuid primary key,
  team_id uuid not null references teams (id),
  week_of date not null,                     -- its Monday
  status text not null check (status in ('draft', 'submitted', 'returned', 'sent')),
  version integer not null default 1,
  facts jsonb not null,                      -- figures with the things that prove them
  body text not null,
  facts_at timestamptz not null,
  step_started_at timestamptz not null,
  due_at timestamptz,
  overdue_at timestamptz,
  sent_at timestamptz,
  unique (team_id, week_of)
);

-- Every state it was in, as it was then.
create table team_report_versions (
  id uuid primary key,
  report_id uuid not null references team_reports (id),
  number integer not null,
  action text not null,                      -- draft, refresh, revise, submit, return, approve
  facts jsonb not null,
  body text not null,
  words text,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  unique (report_id, number)
);
create trigger team_report_versions_append_only before update or truncate on team_report_versions
  for each statement execute function refuse_change();
