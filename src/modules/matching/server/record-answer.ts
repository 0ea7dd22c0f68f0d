import { notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import {
  actorKey,
  defineCommand,
  type CommandContext,
} from '../../../platform/commands/run-command.ts';
import type { OfferKind } from '../domain/match.ts';
import type { MatchingTables } from './tables.ts';

type Shown = { kind: OfferKind; id: string; rank: number; isExample: boolean };

// A need with one offer is one pair, however often it is asked; a visitor's question stands alone.
const pairKey = (askId: string, needId: string | null, offer: { kind: OfferKind; id: string }) =>
  `${needId ?? askId}:${offer.kind}:${offer.id}`;

/** Counts what an answer showed. The words of the question are not kept. */
async function record(
  context: CommandContext,
  needId: string | null,
  shown: readonly Shown[],
  isExample: boolean,
): Promise<{ askId: string }> {
  const { tx, actor, now, emit } = context;
  const db = tx.withTables<MatchingTables>();
  const askId = newId(now.getTime());
  await db
    .insertInto('matchAsks')
    .values({ id: askId, at: now, needId, actorId: actorKey(actor), isExample })
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
    data: { shown: shown.length },
  });
  return { askId };
}

export const recordAsk = defineCommand({
  name: 'match.ask',
  run: (context, input: { shown: readonly Shown[] }): Promise<{ askId: string }> =>
    record(context, null, input.shown, false),
});

export type NeedFacts = {
  id: string;
  status: string;
  organisationId: string;
  regionCode: string;
  isExample: boolean;
};

export const recordNeedMatch = defineCommand({
  name: 'match.need',
  load: async (_context, input: { need: NeedFacts; shown: readonly Shown[] }) => input.need,
  run: (context, input): Promise<{ askId: string }> =>
    record(context, input.need.id, input.shown, input.need.isExample),
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
