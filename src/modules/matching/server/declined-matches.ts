import { sql, type RawBuilder } from 'kysely';

import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Subscriber } from '../../../platform/outbox/outbox.ts';
import type { OfferKind } from '../domain/match.ts';
import type { MatchingTables } from './tables.ts';

export type Pair = { needId: string; offerKind: OfferKind; offerId: string };
export type Decline = MatchingTables['declinedMatches'];

/** Remembers that a side wants to see a pair no more; the first decline of a side stays. */
export async function writeDecline(tx: Tx, decline: Decline): Promise<boolean> {
  const written = await tx
    .withTables<MatchingTables>()
    .insertInto('declinedMatches')
    .values(decline)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

/** What others say of a pair, in the events of dockings and of feedback on candidates. */
type Said = Pair & {
  reasonCode?: string | null;
  reason?: string | null;
  verdict?: string;
  byRole?: string;
};

/** A docking that was declined, or a candidate the asker found not useful, is shown no more. */
export const declines: Subscriber = {
  name: 'matching.declined',
  derives: true,
  types: ['docking.declined', 'match.judged'],
  async handle(tx, event) {
    const { needId, offerKind, offerId, reasonCode, reason, verdict, byRole } = event.data as Said;
    // What a broker or an operator thinks of a candidate hides it from nobody.
    if (event.type === 'match.judged' && byRole !== 'owner') return;
    if (event.type === 'match.judged' && verdict !== 'not_useful') {
      await takeBackJudgement(tx, { needId, offerKind, offerId });
      return;
    }
    const isDocking = event.type === 'docking.declined';
    await writeDecline(tx, {
      needId,
      offerKind,
      offerId,
      // In a docking only the one who was asked can decline; candidates are judged by who asks.
      side: isDocking ? 'responder' : 'asker',
      dockingId: isDocking ? event.subjectId : null,
      reasonCode: reasonCode ?? reason ?? null,
      declinedAt: event.at,
    });
  },
};

async function takeBackJudgement(tx: Tx, pair: Pair): Promise<void> {
  await tx
    .withTables<MatchingTables>()
    .deleteFrom('declinedMatches')
    .where('needId', '=', pair.needId)
    .where('offerKind', '=', pair.offerKind)
    .where('offerId', '=', pair.offerId)
    .where('side', '=', 'asker')
    .where('dockingId', 'is', null)
    .execute();
}

/** For a query over pairs: those that no side has declined. `pair` names the table of the pairs. */
export const isNotDeclined = (pair: string): RawBuilder<boolean> => sql<boolean>`
  not exists (
    select from declined_matches as declined
    where declined.need_id = ${sql.ref(`${pair}.need_id`)}
      and declined.offer_kind = ${sql.ref(`${pair}.offer_kind`)}
      and declined.offer_id = ${sql.ref(`${pair}.offer_id`)}
  )`;

/** The declines of a need, or of an offer, newest first. */
export function findDeclines(
  db: Db | Tx,
  of: { needId: string } | { kind: OfferKind; offerId: string },
): Promise<Decline[]> {
  const rows = db.withTables<MatchingTables>().selectFrom('declinedMatches').selectAll();
  const found =
    'needId' in of
      ? rows.where('needId', '=', of.needId)
      : rows.where('offerKind', '=', of.kind).where('offerId', '=', of.offerId);
  return found.orderBy('declinedAt', 'desc').orderBy('side').execute();
}

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
