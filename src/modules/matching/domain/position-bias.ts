import { middle95, seededRandom } from '../../../kernel/random.ts';
import type { OfferKind } from './match.ts';

/** One candidate in one answer that somebody saw, and whether they opened or judged it. */
export type Exposure = {
  /** Names the answer, whose candidates are drawn together when intervals are made. */
  askId: string;
  kind: OfferKind;
  /** From 1. */
  rank: number;
  /** 0..1, as it was shown. */
  score: number;
  /** Chance decided between this place and the next; the upper one of the two. */
  drawn?: number | undefined;
  acted: boolean;
};

export type RankBias = {
  rank: number;
  /** From this rank on, for the last row. */
  andBelow: boolean;
  shown: number;
  acted: number;
  /** Of those shown there, by chance among equals. */
  drawn: number;
  /** How likely a candidate is looked at here, against rank 1; never rises with the rank. */
  propensity: number;
  lo: number;
  hi: number;
};

/** With fewer looks than this nothing can be said. */
export const LEAST_ACTS = 50;
/** Ranks from here on are taken together. */
const LAST_RANK = 11;
const BANDS = 10;

/**
 * How much the place alone decides whether a candidate is looked at. No intervention is needed: a
 * look is taken to be place × relevance, and candidates of like score (a tenth of all of their kind)
 * stand at many ranks, so both factors can be told apart (maximum likelihood of the product, by
 * turns). Where chance decided between two places, those two stand in for each other exactly.
 * Undefined with fewer than `LEAST_ACTS` looks.
 */
export function estimatePositionBias(
  exposures: readonly Exposure[],
  { samples = 200, seed = 7 } = {},
): RankBias[] | undefined {
  const acted = exposures.filter((each) => each.acted).length;
  if (acted < LEAST_ACTS) return undefined;
  const bandOf = bands(exposures);
  const cells = exposures.map((each) => ({
    ...each,
    rank: Math.min(each.rank, LAST_RANK),
    alike: each.drawn === undefined ? bandOf(each) : `${each.kind} drawn ${each.drawn}`,
  }));
  const byAsk = [...Map.groupBy(cells, ({ askId }) => askId).values()];
  const propensity = propensities(cells);
  const random = seededRandom(seed);
  const drawnValues = new Map<number, number[]>();
  for (let sample = 0; sample < samples; sample++) {
    const drawn = byAsk.flatMap(() => byAsk[Math.floor(random() * byAsk.length)]!);
    for (const [rank, value] of propensities(drawn)) {
      const values = drawnValues.get(rank) ?? [];
      values.push(value);
      drawnValues.set(rank, values);
    }
  }
  return [...propensity].map(([rank, value]) => {
    const here = cells.filter((cell) => cell.rank === rank);
    return {
      rank,
      andBelow: rank === LAST_RANK,
      shown: here.length,
      acted: here.filter((cell) => cell.acted).length,
      drawn: here.filter((cell) => cell.drawn !== undefined).length,
      propensity: value,
      ...middle95(drawnValues.get(rank) ?? [value]),
    };
  });
}

type Cell = { rank: number; alike: string; acted: boolean };

/** By rank, 1 at the first; only ranks that were shown. */
function propensities(cells: readonly Cell[]): Map<number, number> {
  type Count = { rank: number; alike: string; shown: number; acted: number };
  const counts = new Map<string, Count>();
  for (const { rank, alike, acted } of cells) {
    const key = `${rank} ${alike}`;
    const count = counts.get(key) ?? { rank, alike, shown: 0, acted: 0 };
    count.shown++;
    if (acted) count.acted++;
    counts.set(key, count);
  }
  const table = [...counts.values()];
  const ranks = [...new Set(table.map(({ rank }) => rank))].sort((a, b) => a - b);
  const place = new Map(ranks.map((rank) => [rank, 1]));
  const appeal = new Map(table.map(({ alike }) => [alike, 1]));
  for (let turn = 0; turn < 100; turn++) {
    divide(
      table,
      appeal,
      ({ alike }) => alike,
      ({ rank }) => place.get(rank)!,
    );
    divide(
      table,
      place,
      ({ rank }) => rank,
      ({ alike }) => appeal.get(alike)!,
    );
  }
  const shown = ranks.map((rank) =>
    table.reduce((sum, count) => (count.rank === rank ? sum + count.shown : sum), 0),
  );
  const falling = neverRising(
    ranks.map((rank) => place.get(rank)!),
    shown,
  );
  const first = falling[0]!;
  return new Map(ranks.map((rank, at) => [rank, first > 0 ? falling[at]! / first : 1]));
}

/** Sets each factor to the looks there were against those expected by the other factor. */
function divide<Row extends { shown: number; acted: number }, Key>(
  table: readonly Row[],
  factor: Map<Key, number>,
  keyOf: (row: Row) => Key,
  other: (row: Row) => number,
): void {
  const sums = new Map<Key, { acted: number; expected: number }>();
  for (const row of table) {
    const sum = sums.get(keyOf(row)) ?? { acted: 0, expected: 0 };
    sum.acted += row.acted;
    sum.expected += row.shown * other(row);
    sums.set(keyOf(row), sum);
  }
  for (const [key, { acted, expected }] of sums)
    factor.set(key, expected > 0 ? acted / expected : 0);
}

/** Pools neighbours that rise until none does (pool adjacent violators). */
function neverRising(values: readonly number[], weights: readonly number[]): number[] {
  const pools: { value: number; weight: number; count: number }[] = [];
  for (const [at, value] of values.entries()) {
    pools.push({ value, weight: weights[at]!, count: 1 });
    for (let last = pools.length - 1; last > 0; last--) {
      const [before, after] = [pools[last - 1]!, pools[last]!];
      if (after.value <= before.value) break;
      const weight = before.weight + after.weight;
      const pooled = (before.value * before.weight + after.value * after.weight) / weight;
      pools.splice(last - 1, 2, { value: pooled, weight, count: before.count + after.count });
    }
  }
  return pools.flatMap(({ value, count }) => Array.from({ length: count }, () => value));
}

/** Which tenth of the scores of its kind an exposure falls into. */
function bands(exposures: readonly Exposure[]): (exposure: Exposure) => string {
  const bounds = new Map(
    [...Map.groupBy(exposures, ({ kind }) => kind)].map(([kind, ofKind]) => {
      const scores = ofKind.map(({ score }) => score).sort((a, b) => a - b);
      return [
        kind,
        Array.from(
          { length: BANDS - 1 },
          (_, at) => scores[Math.floor(((at + 1) * scores.length) / BANDS)]!,
        ),
      ];
    }),
  );
  return ({ kind, score }) =>
    `${kind} ${bounds.get(kind)!.filter((bound) => score >= bound).length}`;
}

/** A judgement far down the list weighs at most so many times one at the top. */
const MOST_WEIGHT = 5;

/** How much a positive judgement at a rank counts, since fewer people look there. 1 where nothing is known. */
export function inversePropensity(
  bias: readonly RankBias[] | undefined,
  rank: number | null,
): number {
  if (!bias || rank === null) return 1;
  const row = bias.findLast((each) => each.rank <= rank);
  if (!row || row.propensity <= 0) return row ? MOST_WEIGHT : 1;
  return Math.min(MOST_WEIGHT, 1 / row.propensity);
}
