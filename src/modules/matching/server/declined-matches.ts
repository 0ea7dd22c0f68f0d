import { sql, type RawBuilder } from 'kysely';

import type { Tx } from '../../../platform/db/database.ts';
import type { Subscriber } from '../../../platform/outbox/outbox.ts';
import type { OfferKind } from '../domain/match.ts';
import type { MatchingTables } from './tables.ts';

type Pair = { needId: string; offerKind: OfferKind; offerId: string };
type Decline = MatchingTables['declinedMatches'];

/** Remembers that a side wants to see a pair no more; the first decline of a side stays. */
export async function writeDecline(tx: Tx, decline: Decline): Promise<void> {
  await tx
    .withTables<MatchingTables>()
    .insertInto('declinedMatches')
    .values(decline)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A docking that was declined: its pair is shown to neither side again. */
export const declinedDockings: Subscriber = {
  name: 'matching.declined',
  derives: true,
  types: ['docking.declined'],
  async handle(tx, event) {
    const { needId, offerKind, offerId, reasonCode } = event.data as Pair & {
      reasonCode: string | null;
    };
    await writeDecline(tx, {
      needId,
      offerKind,
      offerId,
      // Only the one who was asked can decline.
      side: 'responder',
      dockingId: event.subjectId,
      reasonCode,
      declinedAt: event.at,
    });
  },
};

/** For a query over pairs: those that no side has declined. `pair` names the table of the pairs. */
export const isNotDeclined = (pair: string): RawBuilder<boolean> => sql<boolean>`
  not exists (
    select from declined_matches as declined
    where declined.need_id = ${sql.ref(`${pair}.need_id`)}
      and declined.offer_kind = ${sql.ref(`${pair}.offer_kind`)}
      and declined.offer_id = ${sql.ref(`${pair}.offer_id`)}
  )`;

/** Takes out what was declined of a listing that is no more. */
export async function removeDeclines(
  tx: Tx,
  { kind, id }: { kind: 'need' | OfferKind; id: string },
): Promise<void> {
  const rows = tx.withTables<MatchingTables>().deleteFrom('declinedMatches');
  await (
    kind === 'need'
      ? rows.where('needId', '=', id)
      : rows.where('offerKind', '=', kind).where('offerId', '=', id)
  ).execute();
}
