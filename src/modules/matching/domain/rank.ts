import type { Background } from './background.ts';
import {
  budgetCondition,
  type Condition,
  cooperationCondition,
  industryCloseness,
  industryCondition,
  maturityCondition,
  regionCondition,
} from './conditions.ts';
import { explain } from './explain.ts';
import type { Ask, MatchResult, Offer, OfferKind, Reason } from './match.ts';
import {
  createMeaningScale,
  type Meaning,
  meaningRelevance,
  readMeaning,
  usualMeaning,
} from './meaning.ts';
import type { TermVectors } from './term-vectors.ts';
import {
  offerTexts,
  type ReadAsk,
  readAsk,
  type ReadOffer,
  readOffer,
  textRelevance,
} from './text-relevance.ts';

/** What the same trade adds to the text at most. The only condition that moves the order. */
const INDUSTRY_BONUS = 0.1;
/** A question must say at least so many telling grams. */
const LEAST_GRAMS = 2;
/** Relevance at which the score is one half, as a share of what the question says, kept in bounds. */
const HALF: Record<OfferKind, { share: number; least: number; most: number }> = {
  achievement: { share: 0.08, least: 16, most: 30 },
  expert: { share: 0.04, least: 14, most: 16 },
};
/** Below this score an offer is no match, nor below this part of the best one's relevance. */
const FLOOR = 0.38;
const FLOOR_OF_BEST = 0.4;
/** Between this score and the floor it nearly was. */
const NEAR_FLOOR = 0.3;

export type RankOptions = {
  /** Most matches of each kind; 10 if not given. */
  limit?: number;
  /** Most near misses of each kind; 3 if not given. */
  nearLimit?: number;
};

export type Ranking = { matches: MatchResult[]; nearMisses: MatchResult[] };

/** One offer with its place in the order, not yet explained. */
export type ScoredOffer = {
  id: string;
  kind: OfferKind;
  /** 0..1, comparable within one answer and one kind. */
  score: number;
  features: Record<string, number>;
};

export type Ranker = {
  /**
   * Explained matches, and those that nearly were with what they miss. Kinds are ranked apart, each
   * from rank 1. Empty when the question says too little or nothing in the offers speaks of it.
   */
  rankOffers: (ask: Ask, offers: readonly Offer[], options?: RankOptions) => Ranking;
  /** All offers that share anything telling with the question, best first, without a floor. */
  scoreOffers: (ask: Ask, offers: readonly Offer[]) => ScoredOffer[];
};

type Scored = ScoredOffer & { read: ReadOffer; relevance: number };
type ReadMeaningful<Read> = Read & { meaning: Meaning | undefined };

export type RankerOptions = {
  /** How many offers are remembered; 5000 if not given. */
  remember?: number;
  /** With them, words near in meaning count as well as the same ones. */
  vectors?: TermVectors;
};

/**
 * Ranking in pure code over a background. Offers read before are remembered (`remember` of them, the
 * oldest forgotten first) and read again when their text has changed.
 */
export function createRanker(
  background: Background,
  { remember = 5000, vectors }: RankerOptions = {},
): Ranker {
  const memory = new Map<string, ReadMeaningful<ReadOffer>>();
  const scale = vectors && createMeaningScale(vectors);

  function withMeaning<Read extends ReadAsk | ReadOffer>(read: Read): ReadMeaningful<Read> {
    return { ...read, meaning: vectors && readMeaning(read.fields, vectors) };
  }

  function recall(offer: Offer): ReadMeaningful<ReadOffer> {
    const key = `${offer.kind} ${offer.id}`;
    const known = memory.get(key);
    if (known && sameTexts(known.offer, offer)) return { ...known, offer };
    const read = withMeaning(readOffer(offer));
    memory.delete(key);
    memory.set(key, read);
    if (memory.size > remember) {
      const oldest = memory.keys().next();
      if (!oldest.done) memory.delete(oldest.value);
    }
    return read;
  }

  function score(ask: ReadMeaningful<ReadAsk>, offers: readonly Offer[]): Scored[] {
    if (ask.informative < LEAST_GRAMS) return [];
    const measure = ask.meaning && scale?.(ask.meaning);
    const scored: Scored[] = [];
    for (const offer of offers) {
      const read = recall(offer);
      const text = textRelevance(ask, read);
      if (text <= 0) continue;
      const industry = industryCloseness(ask.ask.industryCode, offer.industryCode);
      const near = read.meaning && measure?.(read.meaning);
      const said = text + (near ? meaningRelevance(ask, near) : 0);
      const relevance = said * (1 + INDUSTRY_BONUS * industry) - (near ? usualMeaning(ask) : 0);
      scored.push({
        id: offer.id,
        kind: offer.kind,
        relevance,
        score: scoreOf(ask, offer.kind, relevance),
        features: { text, coverage: text / ask.total, ...near, industry },
        read,
      });
    }
    return scored.sort(
      (a, b) => b.relevance - a.relevance || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
  }

  function rankKind(
    ask: ReadAsk,
    scored: readonly Scored[],
    limit: number,
    nearLimit: number,
  ): Ranking {
    const matches: MatchResult[] = [];
    const nearMisses: MatchResult[] = [];
    const best = scored[0];
    const floor = best
      ? Math.max(FLOOR, scoreOf(ask, best.kind, FLOOR_OF_BEST * best.relevance))
      : FLOOR;
    for (const candidate of scored) {
      if (candidate.score < NEAR_FLOOR) break;
      const conditions = conditionsOf(ask.ask, candidate.read.offer);
      const isMatch = candidate.score >= floor && !isHardNo(conditions);
      const place = isMatch ? matches : nearMisses;
      if (place.length >= (isMatch ? limit : nearLimit)) continue;
      const result = explained(ask, candidate, conditions, place.length + 1);
      // What nothing can be shown for is no match, however the characters add up.
      if (!result) continue;
      if (candidate.score < floor) result.against.unshift(tooLittle(candidate.score, floor));
      place.push(result);
    }
    return { matches, nearMisses };
  }

  function explained(
    ask: ReadAsk,
    scored: Scored,
    conditions: readonly Condition[],
    rank: number,
  ): MatchResult | undefined {
    const { id, kind, score, read } = scored;
    const { grounded, ...explanation } = explain(ask, read, conditions, background);
    if (!grounded) return undefined;
    const features = { ...scored.features };
    for (const { reason, feature } of conditions) features[reason.kind] = feature;
    return { id, kind, rank, score, features, ...explanation };
  }

  return {
    scoreOffers(ask, offers) {
      return score(withMeaning(readAsk(ask, background)), offers).map(
        ({ id, kind, score, features }) => ({
          id,
          kind,
          score,
          features,
        }),
      );
    },
    rankOffers(ask, offers, { limit = 10, nearLimit = 3 } = {}) {
      const read = withMeaning(readAsk(ask, background));
      const scored = score(read, offers);
      const ranked = (['achievement', 'expert'] as const).map((kind) =>
        rankKind(
          read,
          scored.filter((candidate) => candidate.kind === kind),
          limit,
          nearLimit,
        ),
      );
      return {
        matches: ranked.flatMap((kind) => kind.matches),
        nearMisses: ranked.flatMap((kind) => kind.nearMisses),
      };
    },
  };
}

/** Ranks once, without memory. See {@link Ranker.rankOffers}. */
export function rankOffers(
  ask: Ask,
  offers: readonly Offer[],
  background: Background,
  options: RankOptions = {},
): Ranking {
  return createRanker(background).rankOffers(ask, offers, options);
}

function sameTexts(a: Offer, b: Offer): boolean {
  if (a === b) return true;
  const textsA = offerTexts(a);
  const textsB = offerTexts(b);
  return (
    textsA.length === textsB.length &&
    textsA.every(([name, text], i) => textsB[i]?.[0] === name && textsB[i][1] === text)
  );
}

/** Relevance on a scale from 0 to 1. */
function scoreOf(ask: ReadAsk, kind: OfferKind, relevance: number): number {
  const { share, least, most } = HALF[kind];
  const half = Math.min(most, Math.max(least, share * ask.total));
  return relevance <= 0 ? 0 : relevance / (relevance + half);
}

function conditionsOf(ask: Ask, offer: Offer): Condition[] {
  return [
    budgetCondition(ask, offer),
    maturityCondition(ask, offer),
    cooperationCondition(ask, offer),
    regionCondition(ask, offer),
    industryCondition(ask, offer),
  ].filter((condition) => condition !== undefined);
}

/**
 * A price wholly above the budget or a result years from use keeps an offer out, or two conditions
 * that fail together. The way of working together alone does not: it is what the parties talk about.
 */
function isHardNo(conditions: readonly Condition[]): boolean {
  const failed = conditions
    .filter(({ reason }) => reason.verdict === 'no')
    .map(({ reason }) => reason.kind);
  return failed.includes('budget') || failed.includes('maturity') || failed.length > 1;
}

function tooLittle(score: number, floor: number): Reason {
  const percent = (value: number) => Math.round(value * 100);
  return {
    kind: 'phrase',
    verdict: 'part',
    wanted: null,
    offered: null,
    note: {
      code: 'phrase.too-little-in-common',
      params: { score: percent(score), floor: percent(floor) },
    },
  };
}
