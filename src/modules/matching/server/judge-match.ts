import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Actor } from '../../../kernel/policy.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { JudgeReason, JudgeRole, personVerdicts } from '../domain/judgement.ts';
import type { OfferKind } from '../domain/match.ts';
import { pairKey, type NeedFacts } from './record-answer.ts';
import { findShowing, type Showing } from './shown-offers.ts';
import type { MatchingTables } from './tables.ts';

export type JudgeInput = {
  need: NeedFacts;
  askId: string;
  kind: OfferKind;
  offerId: string;
  verdict: (typeof personVerdicts)[number];
  reason: JudgeReason | null;
  words: string;
};

/**
 * Somebody who works on a need says whether a candidate they saw is of use. Kept with what ranking
 * saw of it then. A change of mind adds a row; saying the same again adds nothing.
 */
export const judgeMatch = defineCommand({
  name: 'match.judge',
  load: async (_context, { need }: JudgeInput) => need,
  async run({ tx, actor, now, emit }, input): Promise<void> {
    const { need, askId, kind, offerId, verdict } = input;
    const showing = await findShowing(tx, askId, { needId: need.id, kind, offerId });
    if (!showing) throw notFound('ask');
    const reason = verdict === 'not_useful' ? input.reason : null;
    const words = verdict === 'not_useful' && input.words !== '' ? input.words : null;
    if (verdict === 'not_useful' && reason === null)
      throw new AppError('invalid', { code: 'match.reason_wanted' });
    if (reason === 'other' && words === null)
      throw new AppError('invalid', { code: 'match.words_wanted' });

    const last = await tx
      .withTables<MatchingTables>()
      .selectFrom('matchJudgements')
      .select(['verdict', 'reasonCode', 'words'])
      .where('needId', '=', need.id)
      .where('offerKind', '=', kind)
      .where('offerId', '=', offerId)
      .where('actorId', '=', actor.userId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    const holds = last ?? { verdict: 'withdrawn', reasonCode: null, words: null };
    if (holds.verdict === verdict && holds.reasonCode === reason && holds.words === words) return;

    const byRole = roleFor(actor, need);
    await keepJudgement(tx, {
      at: now,
      needId: need.id,
      kind,
      offerId,
      verdict,
      reason,
      words,
      actorId: actor.userId,
      actorRole: byRole,
      showing,
      isExample:
        need.isExample || (await isExamplePair(tx, showing.askId, need.id, { kind, id: offerId })),
    });
    emit({
      type: 'match.judged',
      subject: { type: 'ask', id: askId },
      data: { needId: need.id, offerKind: kind, offerId, verdict, reason, byRole },
    });
  },
});

export async function keepJudgement(
  tx: Tx,
  judged: {
    at: Date;
    needId: string;
    kind: OfferKind;
    offerId: string;
    verdict: MatchingTables['matchJudgements']['verdict'];
    reason: JudgeReason | null;
    words: string | null;
    actorId: string | null;
    actorRole: JudgeRole;
    showing: Showing | undefined;
    isExample: boolean;
  },
): Promise<void> {
  const { at, needId, kind, offerId, verdict, actorId, actorRole, showing } = judged;
  await tx
    .withTables<MatchingTables>()
    .insertInto('matchJudgements')
    .values({
      id: newId(at.getTime()),
      at,
      needId,
      offerKind: kind,
      offerId,
      verdict,
      reasonCode: judged.reason,
      words: judged.words,
      actorId,
      actorRole,
      askId: showing?.askId ?? null,
      rank: showing?.offer.rank ?? null,
      score: showing?.offer.score ?? null,
      modelVersion: showing?.model ?? null,
      features: showing ? JSON.stringify(showing.offer.features) : null,
      isExample: judged.isExample,
    })
    .execute();
}

/** Whether a shown pair belongs to the example data. */
export async function isExamplePair(
  db: Db | Tx,
  askId: string,
  needId: string,
  offer: { kind: OfferKind; id: string },
): Promise<boolean> {
  const pair = await db
    .withTables<MatchingTables>()
    .selectFrom('matchEvents')
    .select('isExample')
    .where('pairKey', '=', pairKey(askId, needId, offer))
    .where('event', '=', 'shown')
    .executeTakeFirst();
  return pair?.isExample ?? false;
}

function roleFor(actor: Actor, need: NeedFacts): JudgeRole {
  if (actor.organisationIds.includes(need.organisationId)) return 'owner';
  return actor.grants.some(({ role }) => role === 'broker') ? 'broker' : 'operator';
}
