import { middle95, seededRandom, shuffled } from '../../../kernel/random.ts';
import type { FeatureName } from './features.ts';
import { fitWeights } from './fit-weights.ts';
import type { RankingModel } from './model.ts';
import { ndcgOf, type TrainingQuery } from './training-query.ts';

export type Comparison = {
  /** How many questions were judged. */
  queries: number;
  /** Mean nDCG@10 of questions that the weights had not seen. */
  before: number;
  after: number;
  /** Mean of the differences by question, with a 95 % bootstrap interval. */
  gain: { mean: number; lo: number; hi: number };
};

export type CrossValidation = {
  byTask: Record<string, Comparison>;
  /** The mean over tasks, whose questions count alike. */
  overall: Comparison;
};

export type ValidationOptions = {
  folds?: number;
  repeats?: number;
  /** How hard the weights of before hold; of several the best is chosen within each training part. */
  l2?: readonly number[];
  /** Features whose share stays as it is. */
  held?: readonly FeatureName[];
  seed?: number;
  samples?: number;
};

export const VALIDATION = {
  folds: 5,
  repeats: 3,
  l2: [0.001, 0.01, 0.1],
  held: [],
  seed: 7,
  samples: 2000,
} as const satisfies Required<ValidationOptions>;

/**
 * How questions of one kind are ordered by weights that were fitted without them, beside the weights
 * of `model`. Folds are cut by the question's id. The same seed gives the same figures.
 */
export function crossValidate(
  queries: readonly TrainingQuery[],
  model: RankingModel,
  options: ValidationOptions = {},
): CrossValidation {
  const { folds, repeats, l2, held, seed, samples } = { ...VALIDATION, ...options };
  const random = seededRandom(seed);
  const after = new Map<TrainingQuery, number>(queries.map((query) => [query, 0]));
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const { training, testing } of parts(queries, folds, random)) {
      const weights = fitWeights(training, model, {
        l2: chooseL2(training, model, l2, held, seed),
        held,
      });
      for (const query of testing) {
        after.set(query, after.get(query)! + ndcgOf(query, weights, model) / repeats);
      }
    }
  }
  return compare(
    queries.map((query) => ({
      query,
      before: ndcgOf(query, model.weights[query.kind], model),
      after: after.get(query)!,
    })),
    { seed, samples },
  );
}

/** The one of several under which unseen questions are ordered best; of equals the firmest. */
export function chooseL2(
  queries: readonly TrainingQuery[],
  model: RankingModel,
  candidates: readonly number[],
  held: readonly FeatureName[] = [],
  seed: number = VALIDATION.seed,
): number {
  const firmest = candidates.toSorted((a, b) => b - a);
  if (firmest.length < 2) return firmest[0] ?? VALIDATION.l2[0];
  const cut = [...parts(queries, 3, seededRandom(seed))];
  let best = { l2: firmest[0]!, score: -1 };
  for (const l2 of firmest) {
    const tasks = new Map<string, number[]>();
    for (const { training, testing } of cut) {
      const weights =
        training.length === 0
          ? model.weights[testing[0]!.kind]
          : fitWeights(training, model, { l2, held });
      for (const query of testing) {
        const known = tasks.get(query.task) ?? [];
        known.push(ndcgOf(query, weights, model));
        tasks.set(query.task, known);
      }
    }
    const score = mean([...tasks.values()].map(mean));
    if (score > best.score + 1e-6) best = { l2, score };
  }
  return best.l2;
}

function* parts(
  queries: readonly TrainingQuery[],
  folds: number,
  random: () => number,
): Generator<{ training: TrainingQuery[]; testing: TrainingQuery[] }> {
  const ids = shuffled([...new Set(queries.map(({ id }) => id))].sort(), random);
  const foldOf = new Map(ids.map((id, at) => [id, at % folds]));
  for (let fold = 0; fold < folds; fold++) {
    const testing = queries.filter(({ id }) => foldOf.get(id) === fold);
    if (testing.length === 0) continue;
    yield { training: queries.filter(({ id }) => foldOf.get(id) !== fold), testing };
  }
}

type Measured = { query: TrainingQuery; before: number; after: number };

/** Resampled by question id, so that one need in several tasks is drawn with all its rows. */
function compare(
  measured: readonly Measured[],
  { seed, samples }: { seed: number; samples: number },
): CrossValidation {
  const tasks = [...new Set(measured.map(({ query }) => query.task))].sort();
  const byId = [...Map.groupBy(measured, ({ query }) => query.id).values()];
  const random = seededRandom(seed);
  const drawn = new Map<string, number[]>(tasks.map((task) => [task, []]));
  const drawnOverall: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const sums = new Map(tasks.map((task) => [task, { sum: 0, count: 0 }]));
    for (let draw = 0; draw < byId.length; draw++) {
      for (const { query, before, after } of byId[Math.floor(random() * byId.length)]!) {
        const ofTask = sums.get(query.task)!;
        ofTask.sum += after - before;
        ofTask.count++;
      }
    }
    const means: number[] = [];
    for (const [task, { sum, count }] of sums) {
      if (count === 0) continue;
      drawn.get(task)!.push(sum / count);
      means.push(sum / count);
    }
    drawnOverall.push(mean(means));
  }
  const byTask = Object.fromEntries(
    tasks.map((task) => {
      const rows = measured.filter(({ query }) => query.task === task);
      return [
        task,
        comparison(
          rows.length,
          mean(rows.map((row) => row.before)),
          mean(rows.map((row) => row.after)),
          drawn.get(task)!,
        ),
      ];
    }),
  );
  const all = Object.values(byTask);
  return {
    byTask,
    overall: comparison(
      measured.length,
      mean(all.map(({ before }) => before)),
      mean(all.map(({ after }) => after)),
      drawnOverall,
    ),
  };
}

const comparison = (
  queries: number,
  before: number,
  after: number,
  drawn: number[],
): Comparison => ({
  queries,
  before,
  after,
  gain: { mean: after - before, ...middle95(drawn) },
});

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
