import { setImmediate } from 'node:timers/promises';

import type { Platform } from '../../../platform/platform.ts';
import type { Ask, Offer, OfferKind } from '../domain/match.ts';
import type { Ranker } from '../domain/rank.ts';
import { isMatchAlone, keepBest, scorePairs, type PairScore } from '../domain/standing.ts';
import { searchListings } from './answer.ts';
import { readOpenNeeds, readOpenOffers, type OpenNeed, type OpenOffer } from './open-listings.ts';
import { theRanker } from './the-ranker.ts';

/** So many pairs are scored before others get their turn. */
const PAIRS_AT_ONCE = 20;

/** A pair that stands, with both sides as they were read. */
export type StandingPair = { need: OpenNeed; offer: OpenOffer; score: number };
type Partner = { kind: 'need' | OfferKind; id: string };

/** An offer as a question: what it says is what is looked for among the needs. */
export const offerAsk = ({ kind, title, fields }: Offer): Ask => ({
  // A person's name is not what the person works on.
  ...(kind === 'achievement' ? { title } : {}),
  text: Object.entries(fields)
    .filter(([name]) => name !== 'title')
    .map(([, text]) => text)
    .join('。'),
});

/**
 * The standing offers that match one need, or the open needs that one offer answers: candidates from
 * the index and `known` ones, read from the database and scored. Never both sides of the same
 * organisation, which nobody has to bring together.
 */
export async function findPartners(
  platform: Platform,
  listing: OpenNeed | OpenOffer,
  known: readonly Partner[] = [],
): Promise<StandingPair[]> {
  const ranker = await theRanker(platform);
  return listing.kind === 'need'
    ? offersOf(platform, ranker, listing, known)
    : needsOf(platform, ranker, listing, known);
}

async function offersOf(
  platform: Platform,
  ranker: Ranker,
  need: OpenNeed,
  known: readonly Partner[],
): Promise<StandingPair[]> {
  const found = await searchListings(platform, need.ask, ['achievement', 'expert']);
  const offers = await readOpenOffers(platform, distinct([...found, ...known.filter(isOffer)]));
  const others = offers.filter(({ organisationId }) => organisationId !== need.organisationId);
  const scored: PairScore[] = [];
  for (let from = 0; from < others.length; from += PAIRS_AT_ONCE) {
    const some = others.slice(from, from + PAIRS_AT_ONCE).map(({ offer }) => offer);
    scored.push(...scorePairs(ranker, need, some));
    await setImmediate();
  }
  platform.metrics.standingPairs.inc(others.length);
  const byId = new Map(others.map((offer) => [`${offer.kind} ${offer.id}`, offer]));
  return keep(ranker, scored, ({ kind, offerId }) => ({
    need,
    offer: byId.get(`${kind} ${offerId}`)!,
  }));
}

async function needsOf(
  platform: Platform,
  ranker: Ranker,
  offer: OpenOffer,
  known: readonly Partner[],
): Promise<StandingPair[]> {
  const found = await searchListings(platform, offerAsk(offer.offer), ['need']);
  const ids = distinct([...found, ...known.filter(({ kind }) => kind === 'need')]);
  const needs = await readOpenNeeds(
    platform,
    ids.map(({ id }) => id),
  );
  const others = needs.filter(({ organisationId }) => organisationId !== offer.organisationId);
  const scored: PairScore[] = [];
  for (const [n, need] of others.entries()) {
    scored.push(...scorePairs(ranker, need, [offer.offer]));
    if (n % PAIRS_AT_ONCE === PAIRS_AT_ONCE - 1) await setImmediate();
  }
  platform.metrics.standingPairs.inc(others.length);
  const byId = new Map(others.map((need) => [need.id, need]));
  return keep(ranker, scored, ({ needId }) => ({ need: byId.get(needId)!, offer }));
}

async function keep(
  ranker: Ranker,
  scored: readonly PairScore[],
  pairOf: (score: PairScore) => { need: OpenNeed; offer: OpenOffer },
): Promise<StandingPair[]> {
  const kept = await keepBest(scored, async (score) => {
    await setImmediate();
    const { need, offer } = pairOf(score);
    return isMatchAlone(ranker, need.ask, offer.offer);
  });
  return kept.map((score) => ({ ...pairOf(score), score: score.score }));
}

const isOffer = (partner: Partner): partner is { kind: OfferKind; id: string } =>
  partner.kind !== 'need';

function distinct<Each extends Partner>(partners: readonly Each[]): Each[] {
  return [...new Map(partners.map((each) => [`${each.kind} ${each.id}`, each])).values()];
}
