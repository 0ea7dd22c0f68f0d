import type { Ask, Offer, OfferKind } from './match.ts';
import type { RankingModel } from './model.ts';
import type { Ranker } from './rank.ts';

/**
 * A need and an offer read as a pair. The need is always the side that asks, so that a pair has one
 * score and one verdict, whichever of the two it is looked at from.
 */

/** So many offers of each kind stand with a need at most, and so many needs with an offer. */
export const MOST_STANDING = 30;

export type PairScore = { needId: string; kind: OfferKind; offerId: string; score: number };

/** Every pair of a need with these offers that could be a match by its score alone. */
export const scorePairs = (
  ranker: Ranker,
  need: { id: string; ask: Ask },
  offers: readonly Offer[],
): PairScore[] =>
  ranker
    .scoreOffers(need.ask, offers)
    .filter(({ score }) => score >= ranker.model.floor)
    .map(({ kind, id, score }) => ({ needId: need.id, kind, offerId: id, score }));

/** Whether a pair is a match by itself, whatever else is offered: no condition keeps it out, and it can be shown. */
export const isMatchAlone = (ranker: Ranker, ask: Ask, offer: Offer): boolean =>
  ranker.rankOffers(ask, [offer], { limit: 1, nearLimit: 0 }).matches.length === 1;

/** Best first; the order is settled, so that the same pairs are kept each time. */
export const bestFirst = (a: PairScore, b: PairScore): number =>
  b.score - a.score ||
  (a.needId < b.needId ? -1 : a.needId > b.needId ? 1 : 0) ||
  (a.offerId < b.offerId ? -1 : a.offerId > b.offerId ? 1 : 0);

/** The best matches of each kind; `isMatch` is asked of no more pairs than it takes. */
export async function keepBest(
  scored: readonly PairScore[],
  isMatch: (pair: PairScore) => Promise<boolean>,
): Promise<PairScore[]> {
  const kept: PairScore[] = [];
  const counts = new Map<OfferKind, number>();
  for (const pair of scored.toSorted(bestFirst)) {
    const count = counts.get(pair.kind) ?? 0;
    if (count >= MOST_STANDING || !(await isMatch(pair))) continue;
    kept.push(pair);
    counts.set(pair.kind, count + 1);
  }
  return kept;
}

/** Why a side puts a match aside; words as in a docking that is declined. */
export const declineReasons = [
  'not_my_field',
  'capacity',
  'budget',
  'benefit_unclear',
  'description_unclear',
  'too_early',
  'conflict',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/**
 * The score below which an offer is too far behind the best one for the same need. A score is
 * r / (r + h) with the same h for all offers of a kind, so their odds compare as relevance does (of
 * a list of needs nearly so: each need of it has its own h).
 */
export function scoreBehind(best: number, model: RankingModel): number {
  const odds = (model.floorOfBest * best) / (1 - best);
  return odds / (1 + odds);
}
