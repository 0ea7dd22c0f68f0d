import { notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import {
  actorKey,
  defineCommand,
  type CommandContext,
} from '../../../platform/commands/run-command.ts';
import type { OfferKind } from '../domain/match.ts';
import { canonicalJson } from '../../../platform/audit/audit-chain.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { MatchingTables, ShownOffer } from './tables.ts';

/** What an answer showed, by which model. Not part of a request, so that a repeated one stays the same. */
export type ShownAnswer = {
  model: string;
  shown: readonly (ShownOffer & { isExample: boolean })[];
};

// A need with one offer is one pair, however often it is asked; a visitor's question stands alone.
export const pairKey = (
  askId: string,
  needId: string | null,
  offer: { kind: OfferKind; id: string },
) => `${needId ?? askId}:${offer.kind}:${offer.id}`;

/** Counts what an answer showed. The words of the question are not kept. */
async function record(
  context: CommandContext,
  needId: string | null,
  { model, shown }: ShownAnswer,
  isExample: boolean,
): Promise<{ askId: string }> {
  const { tx, actor, now, emit } = context;
  const db = tx.withTables<MatchingTables>();
  const askId = newId(now.getTime());
  const kept = keptOf(shown);
  const shownAs = needId === null ? null : await findSameAnswer(tx, needId, model, kept);
  await db
    .insertInto('matchAsks')
    .values({
      id: askId,
      at: now,
      needId,
      actorId: actorKey(actor),
      isExample,
      modelVersion: model,
      shown: shownAs === null ? JSON.stringify(kept) : null,
      shownAs,
    })
    .execute();
  if (shown.length > 0) {
    await db
      .insertInto('matchEvents')
      .values(
        shown.map((offer) => ({
          askId,
          pairKey: pairKey(askId, needId, offer),
          offerKind: offer.kind,
          offerId: offer.id,
          rank: offer.rank,
          event: 'shown' as const,
          at: now,
          // A pair with an example on either side goes with the example data.
          isExample: isExample || offer.isExample,
        })),
      )
      .onConflict((conflict) => conflict.columns(['pairKey', 'event']).doNothing())
      .execute();
  }
  emit({
    type: 'match.answered',
    subject: { type: 'ask', id: askId },
    data: { shown: shown.length, model },
  });
  return { askId };
}

const keptOf = (shown: ShownAnswer['shown']): ShownOffer[] =>
  shown.map(({ kind, id, rank, score, features, drawn }) => ({
    kind,
    id,
    rank,
    score,
    features,
    ...(drawn !== undefined && { drawn }),
  }));

// A page that is opened again and again writes its candidates once.
async function findSameAnswer(
  tx: Tx,
  needId: string,
  model: string,
  kept: readonly ShownOffer[],
): Promise<string | null> {
  const last = await tx
    .withTables<MatchingTables>()
    .selectFrom('matchAsks')
    .select(['id', 'shown', 'modelVersion'])
    .where('needId', '=', needId)
    .where('shown', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const same = last?.modelVersion === model && canonicalJson(last.shown) === canonicalJson(kept);
  return same ? last.id : null;
}

type Place = { kind: OfferKind; id: string; rank: number };

export const recordAsk = (answer: ShownAnswer) =>
  defineCommand({
    name: 'match.ask',
    run: (context, _input: { shown: readonly Place[] }): Promise<{ askId: string }> =>
      record(context, null, answer, false),
  });

export type NeedFacts = {
  id: string;
  status: string;
  organisationId: string;
  regionCode: string;
  isExample: boolean;
};

export const recordNeedMatch = (answer: ShownAnswer) =>
  defineCommand({
    name: 'match.need',
    load: async (_context, input: { need: NeedFacts; shown: readonly Place[] }) => input.need,
    run: (context, input): Promise<{ askId: string }> =>
      record(context, input.need.id, answer, input.need.isExample),
  });

/** Counts that somebody opened a candidate to read it; only the first time counts. */
export const recordOpening = defineCommand({
  name: 'match.ask',
  async run({ tx, now, emit }, input: { askId: string; kind: OfferKind; offerId: string }) {
    const db = tx.withTables<MatchingTables>();
    const ask = await db
      .selectFrom('matchAsks')
      .selectAll()
      .where('id', '=', input.askId)
      .executeTakeFirst();
    if (!ask) throw notFound('ask');
    const key = pairKey(ask.id, ask.needId, { kind: input.kind, id: input.offerId });
    const shown = await db
      .selectFrom('matchEvents')
      .select(['rank', 'isExample'])
      .where('pairKey', '=', key)
      .where('event', '=', 'shown')
      .executeTakeFirst();
    if (!shown) throw notFound('ask');
    const result = await db
      .insertInto('matchEvents')
      .values({
        askId: ask.id,
        pairKey: key,
        offerKind: input.kind,
        offerId: input.offerId,
        rank: shown.rank,
        event: 'opened',
        at: now,
        isExample: shown.isExample,
      })
      .onConflict((conflict) => conflict.columns(['pairKey', 'event']).doNothing())
      .executeTakeFirst();
    const counted = result.numInsertedOrUpdatedRows === 1n;
    if (counted) {
      emit({
        type: 'match.opened',
        subject: { type: 'ask', id: ask.id },
        data: { offerKind: input.kind, offerId: input.offerId },
      });
    }
    return { counted };
  },
});
