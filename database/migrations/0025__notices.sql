-- Notices: what people are told, whatever module tells it, and every message that carries it.

-- A choice is made for each channel; those made so far were about mail.
alter table notification_choices add column channel text not null default 'mail'
  check (channel in ('app', 'mail'));
alter table notification_choices drop constraint notification_choices_pkey;
alter table notification_choices add primary key (user_id, kind, channel);
alter table notification_choices drop constraint notification_choices_frequency_check;
alter table notification_choices add constraint notification_choices_frequency_check
  check (frequency in ('at_once', 'off') or (frequency = 'daily' and channel = 'mail'));

create table notices (
  id uuid primary key,
  user_id text not null references users (id) on delete cascade,
  kind text not null,
  -- What it tells of: `event:42`, `digest:candidates:2026-11-24`. Nobody is told the same twice.
  key text not null,
  at timestamptz not null,               -- when it happened
  title text not null,                   -- in the language the person chose
  text text not null,
  path text,                             -- where it leads, within the platform
  in_app boolean not null,               -- whether the person wanted it in the app
  mail text not null check (mail in ('at_once', 'daily', 'off')),
  read_at timestamptz,
  digest_day date,                       -- the daily mail that told of it
  unique (user_id, key)
);
create index notices_inbox on notices (user_id, at desc, id desc) where in_app;
create index notices_unread on notices (user_id) where in_app and read_at is null;
create index notices_waiting on notices (user_id) where mail = 'daily' and digest_day is null;
create index notices_at on notices (at);

-- Each message that was to reach somebody, and what became of it.
create table notice_deliveries (
  id uuid primary key,
  user_id text not null references users (id) on delete cascade,
  notice_id uuid references notices (id) on delete cascade,  -- null: a daily mail, a mail about the account
  kind text not null,                    -- of the notice, or 'digest', 'account'
  channel text not null check (channel in ('app', 'mail')),
  title text not null,
  message_id text unique,                -- of mails
  status text not null check (status in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  reason text,                           -- of the last failure, as the mail server put it
  queued_at timestamptz not null,
  settled_at timestamptz
);
create index notice_deliveries_mine on notice_deliveries (user_id, queued_at desc, id desc);
create index notice_deliveries_all on notice_deliveries (queued_at desc, id desc);
