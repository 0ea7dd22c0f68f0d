import { FEATURES, type FeatureName } from './features.ts';
import type { RankingModel } from './model.ts';
import {
  gainOf,
  idealGain,
  type TrainingQuery,
  weightedSum,
  type Weights,
  worthOf,
} from './training-query.ts';

/** After so many orders the weights of the pairs stand still for all that is measured. */
const ROUNDS = 2;
const MOST_STEPS = 50;

/** Differences of features, better offer less worse one, one row for each pair. */
type Pairs = { rows: Float64Array; weights: Float64Array; count: number };

/**
 * Weights under which the better of two offers comes before the worse, for questions of one kind.
 * Pairwise logistic loss, each pair weighted by the nDCG that changing places would cost
 * (LambdaRank; Burges 2010), plus `l2` / 2 times the squared distance from the weights of `model`,
 * measured in units of the features' spread, so that the unit of a feature does not matter. No
 * weight falls below 0. Convex for each order, and solved by Newton's method with bounds.
 *
 * A feature that no pair tells apart keeps its weight, and one that is `held` its share. The result is scaled so that right answers
 * reach on average the sum they reached before: floors and scores keep their meaning.
 */
export function fitWeights(
  queries: readonly TrainingQuery[],
  model: RankingModel,
  { l2, held = [] }: { l2: number; held?: readonly FeatureName[] },
): Weights {
  const kind = queries[0]?.kind;
  if (kind === undefined) throw new RangeError('There is nothing to fit weights to.');
  const before = model.weights[kind];
  let current = before;
  for (let round = 0; round < ROUNDS; round++) {
    const pairs = pairsOf(queries, model, current);
    if (pairs.count === 0) return { ...before };
    const spread = spreadOf(pairs);
    for (let at = 0; at < pairs.rows.length; at++) {
      const unit = spread[at % FEATURES.length]!;
      pairs.rows[at] = unit === 0 ? 0 : pairs.rows[at]! / unit;
    }
    const start = Float64Array.from(FEATURES, (name, at) => before[name] * spread[at]!);
    const sharpness = sharpnessOf(pairs, start);
    const towards = start.map((value) => value * sharpness);
    const fitted = minimise(
      pairs,
      towards,
      l2,
      FEATURES.map((name) => held.includes(name)),
    );
    const found = weightsOf((_name, at) => (spread[at] === 0 ? 0 : fitted[at]! / spread[at]!));
    const scale = scaleFor(queries, model, before, found) ?? (sharpness > 0 ? 1 / sharpness : 1);
    current = weightsOf((name, at) => (spread[at] === 0 ? before[name] : found[name] * scale));
  }
  return current;
}

function pairsOf(
  queries: readonly TrainingQuery[],
  { usual }: RankingModel,
  weights: Weights,
): Pairs {
  const rows: number[] = [];
  const pairWeights: number[] = [];
  const tasks = new Map<string, { from: number; to: number }[]>();
  for (const query of queries) {
    const ideal = idealGain(query);
    if (ideal === 0) continue;
    const offers = query.offers
      .map((offer) => ({
        offer,
        values: FEATURES.map((name) => {
          const value = offer.features[name];
          return value === undefined ? 0 : value - usual[name];
        }),
        sum: weightedSum(weights, usual, offer.features),
      }))
      .sort((a, b) => b.sum - a.sum);
    const from = pairWeights.length;
    for (const [place, better] of offers.entries()) {
      if (better.offer.grade === 0) continue;
      for (const [otherPlace, worse] of offers.entries()) {
        const gain = gainOf(better.offer.grade) - gainOf(worse.offer.grade);
        if (gain <= 0) continue;
        for (const [at, value] of better.values.entries()) rows.push(value - worse.values[at]!);
        const worth = Math.abs(worthOf(place) - worthOf(otherPlace));
        pairWeights.push(((better.offer.weight ?? 1) * gain * worth) / ideal);
      }
    }
    const ofTask = tasks.get(query.task);
    const range = { from, to: pairWeights.length };
    if (ofTask) ofTask.push(range);
    else tasks.set(query.task, [range]);
  }
  const shared = Float64Array.from(pairWeights);
  for (const ranges of tasks.values()) {
    let total = 0;
    for (const { from, to } of ranges) for (let at = from; at < to; at++) total += shared[at]!;
    if (total === 0) continue;
    for (const { from, to } of ranges)
      for (let at = from; at < to; at++) shared[at]! /= total * tasks.size;
  }
  return { rows: Float64Array.from(rows), weights: shared, count: pairWeights.length };
}

/** Root of the mean squared difference of each feature. */
function spreadOf({ rows, weights, count }: Pairs): Float64Array {
  const size = FEATURES.length;
  const squares = new Float64Array(size);
  for (let pair = 0; pair < count; pair++) {
    for (let at = 0; at < size; at++) squares[at]! += weights[pair]! * rows[pair * size + at]! ** 2;
  }
  return squares.map((square) => (square < 1e-18 ? 0 : Math.sqrt(square)));
}

/** The factor by which the weights of before explain the pairs best: they fix an order, not a scale. */
function sharpnessOf(pairs: Pairs, start: Float64Array): number {
  const length = Math.hypot(...start);
  if (length === 0) return 0;
  const along: Pairs = { ...pairs, rows: new Float64Array(pairs.count) };
  for (let pair = 0; pair < pairs.count; pair++)
    along.rows[pair] = marginOf(pairs, pair, start) / length;
  // Pairs that all stand right would push it to infinity: hardly held, but held.
  return minimise(along, new Float64Array(1), 1e-3)[0]! / length;
}

function marginOf({ rows }: Pairs, pair: number, point: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < point.length; at++) sum += rows[pair * point.length + at]! * point[at]!;
  return sum;
}

function lossAt(pairs: Pairs, point: Float64Array, towards: Float64Array, l2: number): number {
  let loss = 0;
  for (let pair = 0; pair < pairs.count; pair++) {
    const margin = marginOf(pairs, pair, point);
    loss += pairs.weights[pair]! * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))));
  }
  for (let at = 0; at < point.length; at++) loss += (l2 / 2) * (point[at]! - towards[at]!) ** 2;
  return loss;
}

/** The point ≥ 0 of least loss: Newton steps within the bound, shortened until they help. */
function minimise(
  pairs: Pairs,
  towards: Float64Array,
  l2: number,
  held: readonly boolean[] = [],
): Float64Array {
  const size = towards.length;
  let point = towards.map((value) => Math.max(0, value));
  let loss = lossAt(pairs, point, towards, l2);
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = new Float64Array(size);
    const bend = new Float64Array(size * size);
    for (let at = 0; at < size; at++) {
      slope[at] = l2 * (point[at]! - towards[at]!);
      bend[at * size + at] = l2 + 1e-9;
    }
    for (let pair = 0; pair < pairs.count; pair++) {
      const wrong = 1 / (1 + Math.exp(marginOf(pairs, pair, point)));
      const pull = pairs.weights[pair]! * wrong;
      const curve = pull * (1 - wrong);
      for (let row = 0; row < size; row++) {
        const value = pairs.rows[pair * size + row]!;
        if (value === 0) continue;
        slope[row]! -= pull * value;
        for (let column = 0; column <= row; column++) {
          bend[row * size + column]! += curve * value * pairs.rows[pair * size + column]!;
        }
      }
    }
    const wanted = withinBound(point, slope, bend, held);
    let length = 1;
    let next = point;
    let nextLoss = loss;
    for (; length > 1e-6; length /= 2) {
      next = point.map((value, at) => value + length * (wanted[at]! - value));
      nextLoss = lossAt(pairs, next, towards, l2);
      if (nextLoss < loss) break;
    }
    if (!(nextLoss < loss)) break;
    const gained = loss - nextLoss;
    point = next;
    loss = nextLoss;
    if (gained < 1e-9) break;
  }
  return point;
}

/** Least value of the quadratic model over points ≥ 0, one coordinate after the other. */
function withinBound(
  point: Float64Array,
  slope: Float64Array,
  bend: Float64Array,
  held: readonly boolean[],
): Float64Array {
  const size = point.length;
  const entry = (a: number, b: number) => bend[Math.max(a, b) * size + Math.min(a, b)]!;
  const wanted = point.slice();
  for (let sweep = 0; sweep < 200; sweep++) {
    let moved = 0;
    for (let at = 0; at < size; at++) {
      if (held[at]) continue;
      let pull = slope[at]!;
      for (let other = 0; other < size; other++)
        pull += entry(at, other) * (wanted[other]! - point[other]!);
      const value = Math.max(0, wanted[at]! - pull / entry(at, at));
      moved = Math.max(moved, Math.abs(value - wanted[at]!));
      wanted[at] = value;
    }
    if (moved < 1e-9) break;
  }
  return wanted;
}

/** What brings right answers to the mean sum they had before; undefined where that says nothing. */
function scaleFor(
  queries: readonly TrainingQuery[],
  { usual }: RankingModel,
  before: Weights,
  after: Weights,
): number | undefined {
  const tasks = Map.groupBy(queries, ({ task }) => task);
  const heightOf = (weights: Weights) => {
    const means = [...tasks.values()].map((ofTask) => {
      const right = ofTask.flatMap(({ offers }) => offers.filter(({ grade }) => grade > 0));
      const sums = right.map(({ features }) => weightedSum(weights, usual, features));
      return sums.reduce((sum, each) => sum + each, 0) / Math.max(1, sums.length);
    });
    return means.reduce((sum, mean) => sum + mean, 0);
  };
  const wanted = heightOf(before);
  const reached = heightOf(after);
  return wanted > 0 && reached > 0 ? wanted / reached : undefined;
}

const weightsOf = (value: (name: FeatureName, at: number) => number): Weights =>
  Object.fromEntries(FEATURES.map((name, at) => [name, value(name, at)])) as Weights;
