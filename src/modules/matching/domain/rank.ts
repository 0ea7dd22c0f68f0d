import type { Background } from './background.ts';
import {
  budgetCondition,
  type Condition,
  cooperationCondition,
  industryCondition,
  maturityCondition,
  readBudgetWan,
  regionCondition,
} from './conditions.ts';
import { explain } from './explain.ts';
import {
  type AskReading,
  type Features,
  type Measured,
  NEAR_BY_MODEL,
  offerKey,
  type OfferReading,
  readingOf,
  pairFeatures,
  unitOf,
} from './features.ts';
import type { Ask, MatchResult, Offer, OfferKind, Reason } from './match.ts';
import { readMeaning } from './meaning.ts';
import { meaningScale } from './meaning-scale.ts';
import { type RankingModel, relevanceOf, scoreOf, shippedModel } from './model.ts';
import type { TermVectors } from './term-vectors.ts';
import { offerTexts, readAsk, readNeeds, readOffer, type ReadOffer } from './text-relevance.ts';

/** A question must say at least so many telling grams. */
const LEAST_GRAMS = 2;
/** Texts of offers kept cut up, about 30 kB each. */
const READ_LATELY = 400;

/** What is known of offers beforehand, by `offerKey`. */
type Known = {
  /** What language models measured. */
  measured?: ReadonlyMap<string, Measured>;
  /** What a shelf measured of the same texts: these offers are not read again. */
  placed?: ReadonlyMap<string, ShelfPlace>;
};

export type RankOptions = Known & {
  /** Most matches of each kind; 10 if not given. */
  limit?: number;
  /** Most near misses of each kind; 3 if not given. */
  nearLimit?: number;
  /** Below this score an offer is no match, for when the best ones are not at hand. */
  leastScore?: number;
};

/** What is known of an offer's place: its features, measured by the `need`th of the question's needs. */
export type ShelfPlace = { need: number; features: Features };

export type Ranking = { matches: MatchResult[]; nearMisses: MatchResult[] };

/** One offer with its place in the order, not yet explained. */
export type ScoredOffer = {
  id: string;
  kind: OfferKind;
  /** 0..1, comparable within one answer and one kind. */
  score: number;
  features: Features;
};

export type Ranker = {
  /** The weights it ranks by. */
  readonly model: RankingModel;
  /**
   * Explained matches, and those that nearly were with what they miss. Kinds are ranked apart, each
   * from rank 1. Empty when the question says too little or nothing in the offers speaks of it.
   */
  rankOffers: (ask: Ask, offers: readonly Offer[], options?: RankOptions) => Ranking;
  /** All offers that share anything telling with the question, best first, without a floor. */
  scoreOffers: (ask: Ask, offers: readonly Offer[], known?: Known) => ScoredOffer[];
};

/** `standing`: relevance in units of the question (or the need of a list) that it was measured by. */
type Scored = ScoredOffer & {
  offer: Offer;
  ask: AskReading;
  relevance: number;
  standing: number;
};

export type RankerOptions = {
  /** How many offers are remembered; 5000 if not given. */
  remember?: number;
  /** With them, words near in meaning count as well as the same ones. */
  vectors?: TermVectors;
  /** The one that comes with the product if not given. */
  model?: RankingModel;
};

/**
 * Ranking in pure code over a background. Offers read before are remembered (`remember` of them, the
 * oldest forgotten first) and read again when their text has changed.
 */
export function createRanker(
  background: Background,
  { remember = 5000, vectors, model = shippedModel }: RankerOptions = {},
): Ranker {
  const memory = new Map<string, { offer: Offer; reading: OfferReading }>();
  const lately = new Map<string, ReadOffer>();

  const read = (ask: Ask) => readQuestion(ask, background, vectors);

  function recall(offer: Offer): OfferReading {
    const key = `${offer.kind} ${offer.id}`;
    const known = memory.get(key);
    if (known && sameTexts(known.offer, offer)) return known.reading;
    const reading = readingOf(readFully(offer), vectors);
    memory.delete(key);
    memory.set(key, { offer, reading });
    if (memory.size > remember) {
      const oldest = memory.keys().next();
      if (!oldest.done) memory.delete(oldest.value);
    }
    return reading;
  }

  /** Texts cut up, for as long as they are likely to be explained: the first time and soon again. */
  function readFully(offer: Offer): ReadOffer {
    const key = offerKey(offer);
    const known = lately.get(key);
    const isSame = known !== undefined && sameTexts(known.offer, offer);
    const full = isSame ? { ...known, offer } : readOffer(offer);
    lately.delete(key);
    lately.set(key, full);
    if (lately.size > READ_LATELY) lately.delete(lately.keys().next().value!);
    return full;
  }

  /** An offer answers a list by the one need that it answers best. */
  function score(
    needs: readonly AskReading[],
    offers: readonly Offer[],
    { measured, placed }: Known = {},
  ): Scored[] {
    const best = new Map<Offer, Scored>();
    const take = (ask: AskReading, offer: Offer, features: Features | undefined) => {
      if (!features) return;
      const { id, kind } = offer;
      const relevance = relevanceOf(model, ask, kind, features);
      const standing = relevance / unitOf(ask);
      if ((best.get(offer)?.standing ?? -Infinity) >= standing) return;
      const score = scoreOf(model, ask, kind, relevance);
      best.set(offer, { id, kind, ask, relevance, standing, score, features, offer });
    };
    const unread = offers.filter((offer) => !placed?.has(offerKey(offer)));
    needs.filter(saysEnough).forEach((ask, need) => {
      const scale =
        vectors && ask.meaning && unread.length > 0
          ? meaningScale(ask.meaning, vectors)
          : undefined;
      for (const offer of unread) {
        take(ask, offer, pairFeatures(ask, recall(offer), scale, measured?.get(offerKey(offer))));
      }
      for (const offer of placed ? offers : []) {
        const place = placed?.get(offerKey(offer));
        if (place?.need !== need) continue;
        take(ask, offer, { ...place.features, ...measured?.get(offerKey(offer)) });
      }
    });
    return [...best.values()].sort(
      (a, b) => b.standing - a.standing || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
  }

  function rankKind(
    scored: readonly Scored[],
    limit: number,
    nearLimit: number,
    leastScore: number,
  ): Ranking {
    const matches: MatchResult[] = [];
    const nearMisses: MatchResult[] = [];
    const best = scored[0];
    const floor = Math.max(
      model.floor,
      leastScore,
      best ? scoreOf(model, best.ask, best.kind, model.floorOfBest * best.relevance) : 0,
    );
    for (const candidate of scored) {
      if (candidate.score < model.nearFloor) break;
      const conditions = conditionsOf(candidate.ask.ask, candidate.offer);
      const isMatch = candidate.score >= floor && !isHardNo(conditions);
      const place = isMatch ? matches : nearMisses;
      if (place.length >= (isMatch ? limit : nearLimit)) continue;
      const result = explained(candidate, conditions, place.length + 1);
      // What nothing can be shown for is no match, however the characters add up.
      if (!result) continue;
      if (candidate.score < floor) result.against.unshift(tooLittle(candidate.score, floor));
      place.push(result);
    }
    return { matches, nearMisses };
  }

  function explained(
    scored: Scored,
    conditions: readonly Condition[],
    rank: number,
  ): MatchResult | undefined {
    const { id, kind, ask, score, offer } = scored;
    const { grounded, ...explanation } = explain(
      ask,
      readFully(offer),
      conditions,
      background,
      scored.features.kindred ? vectors : undefined,
    );
    const dense = scored.features.dense ?? 0;
    if (dense < NEAR_BY_MODEL && !grounded) return undefined;
    if (dense >= NEAR_BY_MODEL) {
      const { reasons } = explanation;
      const after = reasons.findLastIndex((reason) => reason.kind === 'phrase');
      reasons.splice(after + 1, 0, nearByModel(dense));
    }
    if (ask.need) explanation.reasons.unshift(oneOfSeveral(ask.need));
    const features = Object.fromEntries(
      Object.entries(scored.features).map(([name, value]) => [name, rounded(value)]),
    );
    for (const { reason, feature } of conditions) features[reason.kind] = feature;
    return { id, kind, rank, score: rounded(score), features, ...explanation };
  }

  return {
    model,
    scoreOffers(ask, offers, known) {
      return score(read(ask), offers, known).map(({ id, kind, score, features }) => ({
        id,
        kind,
        score,
        features,
      }));
    },
    rankOffers(ask, offers, options = {}) {
      const { limit = 10, nearLimit = 3, leastScore = 0 } = options;
      const needs = read(ask);
      const scored = score(needs, offers, options);
      const ranked = kindsFor(needs).map((kind) =>
        rankKind(
          scored.filter((candidate) => candidate.kind === kind),
          limit,
          nearLimit,
          leastScore,
        ),
      );
      return {
        matches: ranked.flatMap((kind) => kind.matches),
        nearMisses: ranked.flatMap((kind) => kind.nearMisses),
      };
    },
  };
}

/** Of a list one reading for each of its needs. */
export function readQuestion(
  ask: Ask,
  background: Background,
  vectors: TermVectors | undefined,
): AskReading[] {
  const budgetWan = ask.budgetWan ?? readBudgetWan(ask.text) ?? null;
  return readNeeds(readAsk({ ...ask, budgetWan }, background), background).map((reading) => ({
    ...reading,
    meaning: vectors && readMeaning(reading.fields, vectors),
  }));
}

/** A question, or one need of a list, that says too little is not answered. */
export function saysEnough(ask: AskReading): boolean {
  return ask.informative >= LEAST_GRAMS;
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

/** A pair measured on the shelf and by itself may differ in the seventh digit; what is told does not. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** Whether ranking reads the same of both. */
function sameTexts(a: Offer, b: Offer): boolean {
  if (a === b) return true;
  if (a.industryCode !== b.industryCode) return false;
  const textsA = offerTexts(a);
  const textsB = offerTexts(b);
  return (
    textsA.length === textsB.length &&
    textsA.every(([name, text], i) => textsB[i]?.[0] === name && textsB[i][1] === text)
  );
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

/** Who looks for people sees people first. */
function kindsFor([need]: readonly AskReading[]): OfferKind[] {
  return need?.posting.wanted.kind === 'people'
    ? ['expert', 'achievement']
    : ['achievement', 'expert'];
}

/** Of a list, which of its needs this offer was read against. */
function oneOfSeveral({ text, at, of }: NonNullable<AskReading['need']>): Reason {
  return {
    kind: 'phrase',
    verdict: 'part',
    wanted: text,
    offered: null,
    note: { code: 'phrase.one-of-several', params: { at, of } },
  };
}

/** In hundredths, as the language model finds it. */
const nearByModel = (dense: number): Reason => ({
  kind: 'phrase',
  verdict: 'near',
  wanted: null,
  offered: null,
  note: { code: 'phrase.near-by-model', params: { closeness: Math.round(dense * 100) } },
});

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
