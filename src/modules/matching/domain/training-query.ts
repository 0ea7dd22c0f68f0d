import { type FeatureName, FEATURES, type Features } from './features.ts';
import type { OfferKind } from './match.ts';
import type { RankingModel } from './model.ts';

/** An offer with what was measured of it for one question, and how well it was judged to answer. */
export type JudgedOffer = {
  features: Features;
  /** 0 no answer; 1, 2, 3 … better ones. */
  grade: number;
  /** How much its being better than another counts; 1 if not given. */
  weight?: number;
};

/** One judged question. Offers stand in the order of the model of that time, which settles ties. */
export type TrainingQuery = {
  /** The question's own name: whatever bears it is never in training and test at once. */
  id: string;
  /** Where the judgements come from. Every task counts alike, however many questions it has. */
  task: string;
  kind: OfferKind;
  offers: readonly JudgedOffer[];
  /** Grades of right answers that ranking cannot reach, since nothing telling is shared. */
  unreached?: readonly number[];
};

export type Weights = Record<FeatureName, number>;

/** The weighted sum that orders the offers of one question; the question's unit is left out. */
export function weightedSum(weights: Weights, usual: Weights, features: Features): number {
  let sum = 0;
  for (const name of FEATURES) {
    const value = features[name];
    if (value !== undefined) sum += weights[name] * (value - usual[name]);
  }
  return sum;
}

/** The offers of a question from the best on; equal ones as they were given. */
export function ordered(
  query: TrainingQuery,
  weights: Weights,
  { usual }: RankingModel,
): JudgedOffer[] {
  return query.offers
    .map((offer) => ({ offer, sum: weightedSum(weights, usual, offer.features) }))
    .sort((a, b) => b.sum - a.sum)
    .map(({ offer }) => offer);
}

const DEPTH = 10;
export const gainOf = (grade: number): number => 2 ** grade - 1;
/** What a place is worth; `place` from 0. */
export const worthOf = (place: number): number => 1 / Math.log2(place + 2);

/** Gain of the best order possible, to depth 10. */
export function idealGain(query: TrainingQuery): number {
  return discounted(
    [...query.offers.map(({ grade }) => grade), ...(query.unreached ?? [])].sort((a, b) => b - a),
  );
}

/** nDCG@10 with gain 2^grade − 1; 0 where nothing is right. */
export function ndcgOf(query: TrainingQuery, weights: Weights, model: RankingModel): number {
  const ideal = idealGain(query);
  if (ideal === 0) return 0;
  return discounted(ordered(query, weights, model).map(({ grade }) => grade)) / ideal;
}

const discounted = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, place) => sum + gainOf(grade) * worthOf(place), 0);
