import { sql, type RawBuilder } from 'kysely';

import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Subscriber } from '../../../platform/outbox/outbox.ts';
import type { JudgeReason, JudgeRole, JudgeVerdict } from '../domain/judgement.ts';
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
type Said = Pair &
  (
    | { reasonCode: string | null }
    | { verdict: JudgeVerdict; reason: JudgeReason | null; byRole: JudgeRole }
  );

/**
 * A docking that was declined, or a candidate that the need's own people find not useful, is shown no
 * more. What brokers and operators think of a candidate hides nothing.
 */
export const declines: Subscriber = {
  name: 'matching.declined',
  derives: true,
  types: ['docking.declined', 'match.judged'],
  async handle(tx, event) {
    const said = event.data as Said;
    const { needId, offerKind, offerId } = said;
    const pair = { needId, offerKind, offerId };
    const declinedAt = event.at;
    if (!('verdict' in said)) {
      // In a docking only the one who was asked can decline.
      const side = 'responder';
      const { reasonCode } = said;
      await writeDecline(tx, { ...pair, side, dockingId: event.subjectId, reasonCode, declinedAt });
    } else if (said.byRole === 'owner') {
      // The last word counts, and its reason.
      await takeBackJudgement(tx, pair);
      if (said.verdict !== 'not_useful') return;
      const reasonCode = said.reason;
      await writeDecline(tx, { ...pair, side: 'asker', dockingId: null, reasonCode, declinedAt });
    }
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
