import shipped from '../data/ranking-model.json' with { type: 'json' };
import { type AskReading, type FeatureName, FEATURES, type Features, unitOf } from './features.ts';
import type { OfferKind } from './match.ts';

/**
 * What turns the features of a pair into its place: one weight for each feature and kind of offer,
 * and where a match begins. Plain data, found by cross-validation over needs (bench/matching.md).
 */
export type RankingModel = {
  version: string;
  /** Not negative: no feature may speak against an offer. */
  weights: Record<OfferKind, Record<FeatureName, number>>;
  /** What an offer about something else reaches as a rule, taken off all alike: it moves no order. */
  usual: Record<FeatureName, number>;
  /** Relevance at which the score is one half, as a share of what the question says, kept in bounds (gram weights). */
  half: Record<OfferKind, { share: number; least: number; most: number }>;
  /** Below this score an offer is no match, nor below this part of the best one's relevance. */
  floor: number;
  floorOfBest: number;
  /** Between this score and the floor it nearly was. */
  nearFloor: number;
};

/** The model that comes with the product. */
export const shippedModel: RankingModel = shipped;

/** Relevance of an offer in gram weights: only the order and the score are made from it. */
export function relevanceOf(
  model: RankingModel,
  ask: AskReading,
  kind: OfferKind,
  features: Features,
): number {
  const weights = model.weights[kind];
  let sum = 0;
  for (const name of FEATURES) {
    const value = features[name];
    if (value !== undefined) sum += weights[name] * (value - model.usual[name]);
  }
  return sum * unitOf(ask);
}

/** Relevance on a scale from 0 to 1. */
export function scoreOf(
  model: RankingModel,
  ask: AskReading,
  kind: OfferKind,
  relevance: number,
): number {
  const { share, least, most } = model.half[kind];
  const half = Math.min(most, Math.max(least, share * ask.total));
  return relevance <= 0 ? 0 : relevance / (relevance + half);
}
