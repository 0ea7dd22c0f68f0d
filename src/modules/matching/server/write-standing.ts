import { sql, type ExpressionBuilder } from 'kysely';

import type { Tx } from '../../../platform/db/database.ts';
import type { OfferKind } from '../domain/match.ts';
import { MOST_STANDING } from '../domain/standing.ts';
import { removeDeclines } from './declined-matches.ts';
import type { StandingPair } from './partner-matches.ts';
import type { MatchingTables } from './tables.ts';

export type ListingKey = { kind: 'need' | OfferKind; id: string };

/** What became of a listing: no longer open, read the same as before, or matched anew. */
export type StandingChange =
  | (ListingKey & { change: 'gone'; forEver: boolean })
  | (ListingKey & { change: 'same'; version: number })
  | (ListingKey & {
      change: 'matched';
      version: number;
      content: string;
      pairs: readonly StandingPair[];
      /** For pairs that did not stand before. */
      firstSeenAt: Date;
    });

type Pairs = ExpressionBuilder<MatchingTables, 'standingMatches'>;

/** The pairs that a listing stands in. */
export const ofListing =
  ({ kind, id }: ListingKey) =>
  (where: Pairs) =>
    kind === 'need'
      ? where('needId', '=', id)
      : where.and([where('offerKind', '=', kind), where('offerId', '=', id)]);

/** Writes one change; doing it again changes nothing, and an older reading is passed over. */
export async function writeStanding(tx: Tx, change: StandingChange, now: Date): Promise<void> {
  const db = tx.withTables<MatchingTables>();
  if (change.change === 'gone') {
    await db.deleteFrom('standingMatches').where(ofListing(change)).execute();
    if (change.forEver) await removeDeclines(tx, change);
    await db
      .deleteFrom('standingListings')
      .where('kind', '=', change.kind)
      .where('listingId', '=', change.id)
      .execute();
    return;
  }
  if (change.change === 'same') {
    await db
      .updateTable('standingListings')
      .set({ version: change.version })
      .where('kind', '=', change.kind)
      .where('listingId', '=', change.id)
      .where('version', '<', change.version)
      .execute();
    return;
  }
  const written = await db
    .insertInto('standingListings')
    .values({
      kind: change.kind,
      listingId: change.id,
      version: change.version,
      content: change.content,
      matchedAt: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'listingId'])
        .doUpdateSet({ version: change.version, content: change.content, matchedAt: now })
        .where('standingListings.version', '<=', change.version),
    )
    .executeTakeFirst();
  // A newer version of it has been matched already.
  if (written.numInsertedOrUpdatedRows !== 1n) return;
  await writePairs(tx, change, change.pairs, { firstSeenAt: change.firstSeenAt, now });
}

/** Puts these pairs in the place of those the listing stood in; a pair that holds keeps its day. */
async function writePairs(
  tx: Tx,
  key: ListingKey,
  pairs: readonly StandingPair[],
  { firstSeenAt, now }: { firstSeenAt: Date; now: Date },
): Promise<void> {
  const db = tx.withTables<MatchingTables>();
  const partner = key.kind === 'need' ? 'offerId' : 'needId';
  const ids = pairs.map(({ need, offer }) => (key.kind === 'need' ? offer.id : need.id));
  let gone = db.deleteFrom('standingMatches').where(ofListing(key));
  if (ids.length > 0) gone = gone.where(partner, 'not in', ids);
  await gone.execute();
  if (pairs.length === 0) return;
  await db
    .insertInto('standingMatches')
    .values(
      pairs.map(({ need, offer, score }) => ({
        regionCode: need.regionCode,
        needId: need.id,
        offerKind: offer.kind,
        offerId: offer.id,
        needOrganisationId: need.organisationId,
        offerOrganisationId: offer.organisationId,
        offerExpertId: offer.expertId,
        score,
        needVersion: need.version,
        offerVersion: offer.version,
        firstSeenAt,
        scoredAt: now,
        isExample: need.isExample || offer.isExample,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['needId', 'offerKind', 'offerId'])
        .doUpdateSet((excluded) => ({
          regionCode: excluded.ref('excluded.regionCode'),
          needOrganisationId: excluded.ref('excluded.needOrganisationId'),
          offerOrganisationId: excluded.ref('excluded.offerOrganisationId'),
          offerExpertId: excluded.ref('excluded.offerExpertId'),
          score: excluded.ref('excluded.score'),
          needVersion: excluded.ref('excluded.needVersion'),
          offerVersion: excluded.ref('excluded.offerVersion'),
          scoredAt: excluded.ref('excluded.scoredAt'),
          isExample: excluded.ref('excluded.isExample'),
        }))
        .where('standingMatches.needVersion', '<=', sql<number>`excluded.need_version`)
        .where('standingMatches.offerVersion', '<=', sql<number>`excluded.offer_version`),
    )
    .execute();
  await trimPartners(tx, key, ids);
}

/** The other sides keep no more than their best either. */
async function trimPartners(tx: Tx, key: ListingKey, ids: readonly string[]): Promise<void> {
  const side =
    key.kind === 'need'
      ? { owner: sql.ref('offer_id'), by: sql`offer_kind, offer_id` }
      : { owner: sql.ref('need_id'), by: sql`need_id, offer_kind` };
  await sql`
    delete from standing_matches as pair
    using (
      select need_id, offer_kind, offer_id,
        row_number() over (partition by ${side.by} order by score desc, need_id, offer_id) as place
      from standing_matches
      where ${side.owner} in (${sql.join(ids)})
    ) as placed
    where placed.place > ${MOST_STANDING}
      and pair.need_id = placed.need_id
      and pair.offer_kind = placed.offer_kind
      and pair.offer_id = placed.offer_id
  `.execute(tx);
}
