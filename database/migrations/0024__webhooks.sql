-- Other programs that are told of events.

create table webhooks (
  id uuid primary key,
  user_id text not null references users (id) on delete cascade,
  name text not null,
  url text not null,
  types text[] not null,
  secret text not null,                      -- sealed with the instance's own secret
  old_secret text,                           -- signs as well until then
  old_secret_until timestamptz,
  failures integer not null default 0,       -- attempts in succession
  turned_off_at timestamptz,
  turned_off_by text,                        -- user id, or 'system' after repeated failure
  created_at timestamptz not null
);
create index webhooks_user on webhooks (user_id, created_at desc);
create index webhooks_types on webhooks using gin (types) where turned_off_at is null;

create table webhook_deliveries (
  id uuid primary key,
  webhook_id uuid not null references webhooks (id) on delete cascade,
  event_seq bigint,                          -- null: a trial
  type text not null,
  body text not null,
  status text not null check (status in ('queued', 'delivered', 'failed')),
  attempts integer not null default 0,
  response_code integer,                     -- of the last attempt
  problem text,                              -- why there was none
  milliseconds integer,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (webhook_id, event_seq)
);
create index webhook_deliveries_webhook on webhook_deliveries (webhook_id, created_at desc, id desc);
create index webhook_deliveries_created on webhook_deliveries (created_at);
