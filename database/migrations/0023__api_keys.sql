-- Programs that act for somebody, and calendars that read somebody's dates. Secrets are kept as hashes.

create table api_keys (
  id uuid primary key,
  user_id text not null references users (id) on delete cascade,
  organisation_id uuid,                      -- set: acts for this organisation alone
  name text not null,
  hint text not null,                        -- the first characters, to tell keys apart
  key_hash text not null unique,             -- SHA-256 of 192 random bits
  scopes text[] not null,
  per_minute integer not null check (per_minute between 1 and 1200),
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_user on api_keys (user_id, created_at desc);
create index api_keys_organisation on api_keys (organisation_id) where organisation_id is not null;

create table calendar_addresses (
  user_id text primary key references users (id) on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null
);
