-- Accounts (kept by better-auth), memberships of organisations, and roles as dated grants.

create table users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  is_example boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table sessions (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_user on sessions (user_id);

create table credentials (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index credentials_user on credentials (user_id);

create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_identifier on verifications (identifier);

create table role_grants (
  id uuid primary key,
  user_id text not null references users (id) on delete cascade,
  role text not null check (role in ('enterprise', 'expert', 'broker', 'operator', 'admin')),
  region_code text,                 -- null: everywhere
  valid_from date not null,
  valid_until date,                 -- the last day, inclusive
  granted_by text not null,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  check (valid_until is null or valid_until >= valid_from)
);
create index role_grants_user on role_grants (user_id);

create table memberships (
  user_id text not null references users (id) on delete cascade,
  organisation_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  primary key (user_id, organisation_id)
);
create index memberships_organisation on memberships (organisation_id);
