-- Who: organisations and experts.

create table organisations (
  id uuid primary key,
  region_code text not null,
  kind text not null,
  name text not null,
  sort_key text not null,           -- pinyin, for lists in Chinese order
  uscc text unique,
  introduction text not null default '',
  is_example boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index organisations_region on organisations (region_code, sort_key);
create unique index organisations_name on organisations (name) where uscc is null;

create table experts (
  id uuid primary key,
  region_code text not null,
  user_id text references users (id) on delete set null,
  organisation_id uuid references organisations (id),
  organisation_name text not null,
  name text not null,
  sort_key text not null,
  title text not null,
  research text not null,
  bio text not null default '',
  is_example boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index experts_region on experts (region_code, sort_key);
create index experts_organisation on experts (organisation_id);
create unique index experts_user on experts (user_id) where user_id is not null;
