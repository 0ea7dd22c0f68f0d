-- What was shown is kept as it was ranked, so that judgements can be learnt from, and the models of
-- ranking that were taken into use. The words of questions are not kept.

alter table match_asks
  add column model_version text,
  -- [{kind, id, rank, score, features, drawn?}], in the order shown. Null when the need was answered
  -- the same before: then `shown_as` names that answer.
  add column shown jsonb,
  add column shown_as uuid;
create index match_asks_latest on match_asks (need_id, at desc) where need_id is not null;

-- Every change of mind is a row of its own; the last one of a person holds.
create table match_judgements (
  id uuid primary key,
  seq bigint generated always as identity unique,
  at timestamptz not null,
  need_id uuid not null,
  offer_kind text not null check (offer_kind in ('achievement', 'expert')),
  offer_id uuid not null,
  verdict text not null check (verdict in ('useful', 'not_useful', 'withdrawn', 'contacted', 'contracted')),
  reason_code text,
  words text,
  actor_id text,                             -- null: a docking went so far
  actor_role text not null check (actor_role in ('owner', 'broker', 'operator', 'docking')),
  -- As it was shown then; null when the pair came together without having been shown.
  ask_id uuid,
  rank integer,
  score double precision,
  model_version text,
  features jsonb,
  is_example boolean not null default false,
  check ((verdict = 'not_useful') = (reason_code is not null))
);
create index match_judgements_need on match_judgements (need_id, seq);

-- Kept here, so that every server ranks by it wherever its file was made.
create table ranking_models (
  version text primary key,
  model jsonb not null,
  added_at timestamptz not null,
  added_by text not null
);
