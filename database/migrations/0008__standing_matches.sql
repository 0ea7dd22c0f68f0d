-- Which offers answer which open needs, kept up to date as listings change, and which pairs somebody
-- has declined.

-- A pair is kept once, whichever of the two was listed last. Who may see it and whether both are
-- still open is asked of the listings themselves.
create table standing_matches (
  region_code text not null,                 -- GB/T 2260, of the need
  need_id uuid not null,
  offer_kind text not null check (offer_kind in ('achievement', 'expert')),
  offer_id uuid not null,
  need_organisation_id uuid not null,
  offer_organisation_id uuid,
  offer_expert_id uuid,
  score double precision not null,
  -- Versions of the two as they were read; an older reading never replaces a newer one.
  need_version integer not null,
  offer_version integer not null,
  first_seen_at timestamptz not null,        -- when the event came that made it a match
  scored_at timestamptz not null,
  is_example boolean not null default false,
  primary key (need_id, offer_kind, offer_id)
);
create index standing_matches_offer on standing_matches (offer_kind, offer_id, score desc);
create index standing_matches_asker on standing_matches (need_organisation_id, first_seen_at desc);
create index standing_matches_responder on standing_matches (offer_organisation_id, first_seen_at desc);
create index standing_matches_expert on standing_matches (offer_expert_id, first_seen_at desc);
create index standing_matches_example on standing_matches (need_id) where is_example;

-- The open listings as they were last matched: the same again is not matched again.
create table standing_listings (
  kind text not null check (kind in ('need', 'achievement', 'expert')),
  listing_id uuid not null,
  version integer not null,
  content text not null,                     -- hash of what ranking reads
  matched_at timestamptz not null,
  primary key (kind, listing_id)
);

-- A declined pair is shown to neither side again until the side that declined takes it back.
create table declined_matches (
  need_id uuid not null,
  offer_kind text not null check (offer_kind in ('achievement', 'expert')),
  offer_id uuid not null,
  side text not null check (side in ('asker', 'responder')),
  -- Declined in a docking, which both sides know of, or put aside for oneself.
  docking_id uuid,
  reason_code text,
  declined_at timestamptz not null,
  primary key (need_id, offer_kind, offer_id, side)
);
create index declined_matches_offer on declined_matches (offer_kind, offer_id);
