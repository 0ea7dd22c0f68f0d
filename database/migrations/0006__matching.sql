-- Which offers were shown and opened for which question. The words of visitors are not kept.

create table match_asks (
  id uuid primary key,
  at timestamptz not null,
  need_id uuid,                      -- null: a visitor's question
  actor_id text not null,
  is_example boolean not null default false
);
create index match_asks_need on match_asks (need_id);

create table match_events (
  ask_id uuid not null references match_asks (id),
  -- One need with one offer counts once, however often it is asked.
  pair_key text not null,
  offer_kind text not null check (offer_kind in ('achievement', 'expert')),
  offer_id uuid not null,
  rank integer not null,
  event text not null check (event in ('shown', 'opened')),
  at timestamptz not null,
  is_example boolean not null default false,
  primary key (pair_key, event)
);
create index match_events_at on match_events (event, at);
