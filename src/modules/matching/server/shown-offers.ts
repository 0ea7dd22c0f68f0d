import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { OfferKind } from '../domain/match.ts';
import type { MatchingTables, ShownOffer } from './tables.ts';

/** A candidate as an answer to a need showed it. */
export type Showing = { askId: string; at: Date; model: string | null; offer: ShownOffer };

type Sought = { needId: string; kind: OfferKind; offerId: string };

/** How this offer stood in that answer to the need; undefined when it did not. */
export async function findShowing(
  db: Db | Tx,
  askId: string,
  sought: Sought,
): Promise<Showing | undefined> {
  const row = await answers(db, sought.needId).where('asked.id', '=', askId).executeTakeFirst();
  return row && showingIn(row, sought);
}

/** The last time this offer was shown for the need until that moment. */
export async function findLastShowing(
  db: Db | Tx,
  sought: Sought,
  until: Date,
): Promise<Showing | undefined> {
  const row = await answers(db, sought.needId)
    .where('asked.at', '<=', until)
    .where(
      sql<boolean>`coalesce(asked.shown, same.shown) @> ${JSON.stringify([{ id: sought.offerId }])}::jsonb`,
    )
    .orderBy('asked.at', 'desc')
    .orderBy('asked.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && showingIn(row, sought);
}

const answers = (db: Db | Tx, needId: string) =>
  db
    .withTables<MatchingTables>()
    .selectFrom('matchAsks as asked')
    .leftJoin('matchAsks as same', 'same.id', 'asked.shownAs')
    .select([
      'asked.id as askId',
      'asked.at as at',
      'asked.modelVersion as model',
      sql<ShownOffer[] | null>`coalesce(asked.shown, same.shown)`.as('shown'),
    ])
    .where('asked.needId', '=', needId);

function showingIn(
  row: { askId: string; at: Date; model: string | null; shown: ShownOffer[] | null },
  { kind, offerId }: Sought,
): Showing | undefined {
  const { askId, at, model, shown } = row;
  const offer = shown?.find((each) => each.kind === kind && each.id === offerId);
  return offer && { askId, at, model, offer };
}
