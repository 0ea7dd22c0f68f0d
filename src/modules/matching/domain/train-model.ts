import {
  chooseL2,
  crossValidate,
  type CrossValidation,
  VALIDATION,
  type ValidationOptions,
} from './cross-validation.ts';
import { FEATURES, type FeatureName } from './features.ts';
import { fitWeights } from './fit-weights.ts';
import type { OfferKind } from './match.ts';
import type { RankingModel } from './model.ts';
import type { TrainingQuery, Weights } from './training-query.ts';

/** With fewer judged questions of a kind, noise is all that could be learnt. */
export const LEAST_QUESTIONS = 10;

export type KindReport = {
  kind: OfferKind;
  /** Why its weights stay as they are, or that they change. */
  verdict: 'better' | 'not-better' | 'worse-task' | 'too-few' | 'nothing-told-apart';
  /** Judged questions with at least one right answer. */
  questions: number;
  validation?: CrossValidation;
  l2?: number;
  /** The weights fitted on everything, whether taken or not. */
  fitted?: Weights;
  /** Tasks that got worse beyond noise. */
  worse: string[];
};

export type Training = {
  /** The new weights in the frame of the old model; undefined when it was refused. */
  weights: Record<OfferKind, Weights> | undefined;
  kinds: KindReport[];
  /** Features that no judged offer was measured by: their weights stay. */
  unmeasured: FeatureName[];
};

/**
 * Fits the weights of each kind apart and keeps those that order unseen questions better: the 95 %
 * interval of the gain in nDCG@10 must lie above 0, and no task may get worse beyond its own
 * interval. Refused (`weights` undefined) when no kind got better. Everything else of the model
 * (`usual`, `half`, floors) stays, and means the same: see `fitWeights`.
 */
export function trainModel(
  queries: readonly TrainingQuery[],
  model: RankingModel,
  options: ValidationOptions = {},
): Training {
  const measured = new Set(
    queries.flatMap(({ offers }) => offers.flatMap(({ features }) => Object.keys(features))),
  );
  const kinds = (['achievement', 'expert'] as const).map((kind) =>
    trainKind(kind, queries, model, options),
  );
  const better = kinds.filter(({ verdict }) => verdict === 'better');
  const weights = { ...model.weights };
  for (const { kind, fitted } of better) weights[kind] = fitted!;
  return {
    weights: better.length === 0 ? undefined : weights,
    kinds,
    unmeasured: FEATURES.filter((name) => !measured.has(name)),
  };
}

function trainKind(
  kind: OfferKind,
  queries: readonly TrainingQuery[],
  model: RankingModel,
  options: ValidationOptions,
): KindReport {
  const judged = queries.filter(
    ({ kind: of, offers, unreached = [] }) =>
      of === kind && [...offers.map(({ grade }) => grade), ...unreached].some((grade) => grade > 0),
  );
  const questions = new Set(judged.map(({ id }) => id)).size;
  const none = { kind, questions, worse: [] };
  if (questions < LEAST_QUESTIONS) return { ...none, verdict: 'too-few' };
  if (!judged.some(({ offers }) => new Set(offers.map(({ grade }) => grade)).size > 1)) {
    return { ...none, verdict: 'nothing-told-apart' };
  }
  const validation = crossValidate(judged, model, options);
  const l2 = chooseL2(judged, model, options.l2 ?? VALIDATION.l2, options.held, options.seed);
  const fitted = rounded(fitWeights(judged, model, { l2, held: options.held ?? [] }));
  const worse = Object.entries(validation.byTask)
    .filter(([, { gain }]) => gain.hi < 0)
    .map(([task]) => task);
  const verdict =
    validation.overall.gain.lo <= 0 ? 'not-better' : worse.length > 0 ? 'worse-task' : 'better';
  return { kind, verdict, questions, validation, l2, fitted, worse };
}

// Four digits are far below what the judgements can tell, and can be read.
const rounded = (weights: Weights): Weights =>
  Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 1e4) / 1e4]),
  ) as Weights;
