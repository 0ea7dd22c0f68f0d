import { sql } from 'kysely';

import type { Tx } from '../../../platform/db/database.ts';
import type { StoredEvent } from '../../../platform/outbox/outbox.ts';
import type { PreparedSubscriber } from '../../../platform/outbox/prepared-subscriber.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readOpenNeeds, readOpenOffers, type OpenNeed, type OpenOffer } from './open-listings.ts';
import { findPartners } from './partner-matches.ts';
import type { MatchingTables } from './tables.ts';
import { theRanker } from './the-ranker.ts';
import {
  ofListing,
  writeStanding,
  type ListingKey,
  type StandingChange,
} from './write-standing.ts';

/** An event that is read later than this is no news: its matches were first seen when it happened. */
const NEWS_MS = 24 * 3_600_000;

/** So many listings are matched anew in one go after the ranking model was changed. */
const REMATCHED_AT_ONCE = 5;
/** The model by which everything is known to stand, so that nobody has to look again. */
const allBy = new WeakMap<Platform, string>();

const kinds: readonly string[] = ['need', 'achievement', 'expert'] satisfies ListingKey['kind'][];

/**
 * Keeps the standing matches: a listing that events name, and nothing else, is matched against what
 * the index of this process holds. It reads no event that the index has not taken in, so that of two
 * listings the later one always finds the earlier. When another ranking model is taken into use, the
 * listings are matched by it a few at a time, while no event waits.
 */
export const standingMatches = (platform: Platform): PreparedSubscriber => ({
  name: 'matching.standing',
  derives: true,
  wants: (event) => kinds.includes(event.subjectType),
  readableUntil: () => platform.retrieval.readCursor(),
  async prepare(events) {
    const changes: StandingChange[] = [];
    for (const [key, event] of lastOfEach(events)) {
      changes.push(await prepareListing(platform, key, event));
    }
    return writing(platform, changes);
  },
  async idle() {
    const changes: StandingChange[] = [];
    for (const key of await listingsOfOtherModels(platform)) {
      changes.push(await prepareListing(platform, key));
    }
    return changes.length === 0 ? undefined : writing(platform, changes);
  },
});

const writing = (platform: Platform, changes: readonly StandingChange[]) => async (tx: Tx) => {
  for (const change of changes) await writeStanding(tx, change, platform.clock.now());
};

/** A few listings that stand by the scores of a model which is no longer in use. */
async function listingsOfOtherModels(platform: Platform): Promise<ListingKey[]> {
  const { model } = await theRanker(platform);
  if (allBy.get(platform) === model.version) return [];
  const rows = await platform.db
    .withTables<MatchingTables>()
    .selectFrom('standingListings')
    .select(['kind', 'listingId'])
    .where(sql<boolean>`not starts_with(content, ${`${model.version} `})`)
    .orderBy('kind')
    .orderBy('listingId')
    .limit(REMATCHED_AT_ONCE)
    .execute();
  if (rows.length === 0) allBy.set(platform, model.version);
  return rows.map(({ kind, listingId: id }) => ({ kind, id }));
}

function lastOfEach(events: readonly StoredEvent[]): [ListingKey, StoredEvent][] {
  const last = new Map<string, [ListingKey, StoredEvent]>();
  for (const event of events) {
    const key = { kind: event.subjectType as ListingKey['kind'], id: event.subjectId };
    last.set(`${key.kind} ${key.id}`, [key, event]);
  }
  return [...last.values()];
}

async function prepareListing(
  platform: Platform,
  key: ListingKey,
  event?: StoredEvent,
): Promise<StandingChange> {
  const [listing] = await readListing(platform, key);
  if (!listing)
    return { ...key, change: 'gone', forEver: event?.type.endsWith('.removed') === true };
  const { version } = listing;
  const { model } = await theRanker(platform);
  const content = `${model.version} ${listing.content}`;
  const known = await platform.db
    .withTables<MatchingTables>()
    .selectFrom('standingListings')
    .select('content')
    .where('kind', '=', key.kind)
    .where('listingId', '=', key.id)
    .executeTakeFirst();
  if (known?.content === content) return { ...key, change: 'same', version };
  const pairs = await findPartners(platform, listing, await knownPartners(platform, key));
  const now = platform.clock.now();
  const isOld = event !== undefined && now.getTime() - event.at.getTime() >= NEWS_MS;
  const firstSeenAt = isOld ? event.at : now;
  return { ...key, change: 'matched', version, content, pairs, firstSeenAt };
}

const readListing = (
  platform: Platform,
  { kind, id }: ListingKey,
): Promise<(OpenNeed | OpenOffer)[]> =>
  kind === 'need' ? readOpenNeeds(platform, [id]) : readOpenOffers(platform, [{ kind, id }]);

/** With which it stands already: the index may rank them behind its candidates. */
async function knownPartners(platform: Platform, key: ListingKey): Promise<ListingKey[]> {
  const rows = await platform.db
    .withTables<MatchingTables>()
    .selectFrom('standingMatches')
    .select(['needId', 'offerKind', 'offerId'])
    .where(ofListing(key))
    .execute();
  return rows.map(({ needId, offerKind, offerId }) =>
    key.kind === 'need' ? { kind: offerKind, id: offerId } : { kind: 'need', id: needId },
  );
}
