-- Listings are confirmed by their owners from time to time, and hidden while they are not.

-- When the owner last said that it still holds; null before it was ever published.
alter table needs add column confirmed_at timestamptz;
alter table needs add column confirm_reminded_at timestamptz;
-- Hidden since then, because nobody confirmed it; it comes back by being confirmed.
alter table needs add column lapsed_at timestamptz;
alter table achievements add column confirmed_at timestamptz;
alter table achievements add column confirm_reminded_at timestamptz;
alter table achievements add column lapsed_at timestamptz;
-- What is published on the day of this change counts as confirmed that day: nothing vanishes at once.
update needs set confirmed_at = now() where published_at is not null;
update achievements set confirmed_at = now() where status = 'published';
create index needs_confirmed on needs (confirmed_at) where status = 'published';
create index achievements_confirmed on achievements (confirmed_at) where status = 'published';

-- Somebody went to see an organisation and wrote down what was said there.
create table visits (
  id uuid primary key,
  region_code text not null,
  organisation_id uuid not null references organisations (id),
  visited_on date not null,
  -- Who went, by name; whom they met.
  visitors text not null,
  met text not null,
  situation text not null default '',
  problem text not null,
  wanted text not null default '',
  promised text not null default '',
  version integer not null default 1,
  is_example boolean not null default false,
  recorded_by text not null,
  recorder_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index visits_region on visits (region_code, visited_on desc);
create index visits_organisation on visits (organisation_id, visited_on desc);

-- Which visit a need came from.
alter table needs add column visit_id uuid references visits (id) on delete set null;
