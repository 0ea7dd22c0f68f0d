-- What people are told of by mail, how often, and what they were sent.

-- Who chose nothing is told daily.
create table notification_choices (
  user_id text not null references users (id) on delete cascade,
  kind text not null,
  frequency text not null check (frequency in ('daily', 'off')),
  changed_at timestamptz not null,
  primary key (user_id, kind)
);

create table notification_languages (
  user_id text primary key references users (id) on delete cascade,
  language text not null check (language in ('zh-CN', 'en')),
  changed_at timestamptz not null
);

-- One a day at most; the row is written in the transaction that enqueues the mail.
create table digests (
  user_id text not null references users (id) on delete cascade,
  day date not null,                         -- in China
  since timestamptz not null,                -- news of [since, until)
  until timestamptz not null,
  lines integer not null check (lines > 0),
  sent_at timestamptz not null,
  primary key (user_id, day)
);
