import type { Subscriber } from '../../../platform/outbox/outbox.ts';
import { findNeedForDocking } from '../../exchange/index.ts';
import type { OfferKind } from '../domain/match.ts';
import { isExamplePair, keepJudgement } from './judge-match.ts';
import { findLastShowing } from './shown-offers.ts';

const verdicts = { 'docking.contacted': 'contacted', 'docking.contracted': 'contracted' } as const;

/** That a pair was brought together, and that it came to a contract, are the best judgements there are. */
export const dockingFeedback: Subscriber = {
  name: 'matching.feedback',
  types: Object.keys(verdicts),
  async handle(tx, event) {
    const { needId, offerKind, offerId } = event.data as {
      needId: string;
      offerKind: OfferKind;
      offerId: string;
    };
    const need = await findNeedForDocking(tx, needId);
    // Removed with the examples before this was read.
    if (!need) return;
    const offer = { kind: offerKind, id: offerId };
    const showing = await findLastShowing(tx, { needId, kind: offerKind, offerId }, event.at);
    await keepJudgement(tx, {
      at: event.at,
      needId,
      kind: offerKind,
      offerId,
      verdict: verdicts[event.type as keyof typeof verdicts],
      reason: null,
      words: null,
      actorId: null,
      actorRole: 'docking',
      showing,
      isExample:
        need.isExample ||
        (showing !== undefined && (await isExamplePair(tx, showing.askId, needId, offer))),
    });
  },
};
