/**
 * Ranking metrics as the benchmark defines them: every query of the judgements counts, a query
 * without answers scores 0. Gain of nDCG is 2^grade − 1; Recall, MRR and success count grades ≥ 1.
 */
import { seededRandom } from '../src/kernel/random.ts';

export type Qrels = Map<string, Map<string, number>>;
/** Document ids per query, best first. */
export type Run = Map<string, string[]>;

export const METRICS = ['nDCG@10', 'Recall@10', 'Recall@50', 'MRR@10', 'success@5'] as const;
export type Metric = (typeof METRICS)[number];
export type Interval = { mean: number; lo: number; hi: number };
export type Scores = Record<Metric, Interval>;

/** Reads `query 0 document grade` lines; queries without any relevant document are left out. */
export function readQrels(text: string): Qrels {
  const qrels: Qrels = new Map();
  for (const line of text.split('\n')) {
    const [query, , document, grade] = line.trim().split(/\s+/);
    if (query === undefined || document === undefined || grade === undefined) continue;
    const grades = qrels.get(query) ?? new Map<string, number>();
    grades.set(document, Number(grade));
    qrels.set(query, grades);
  }
  for (const [query, grades] of qrels) {
    if (![...grades.values()].some((grade) => grade > 0)) qrels.delete(query);
  }
  return qrels;
}

export function scoreQuery(
  grades: ReadonlyMap<string, number>,
  ranked: readonly string[],
): Record<Metric, number> {
  const discounted = (gains: readonly number[]) =>
    gains.slice(0, 10).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
  const ideal = discounted([...grades.values()].sort((a, b) => b - a));
  const relevant = new Set([...grades].filter(([, grade]) => grade >= 1).map(([id]) => id));
  const hits = (depth: number) => ranked.slice(0, depth).filter((id) => relevant.has(id)).length;
  const first = ranked.slice(0, 10).findIndex((id) => relevant.has(id));
  const share = (depth: number) => (relevant.size === 0 ? 0 : hits(depth) / relevant.size);
  return {
    'nDCG@10': ideal === 0 ? 0 : discounted(ranked.map((id) => grades.get(id) ?? 0)) / ideal,
    'Recall@10': share(10),
    'Recall@50': share(50),
    'MRR@10': first === -1 ? 0 : 1 / (first + 1),
    'success@5': hits(5) > 0 ? 1 : 0,
  };
}

/** Mean with a 95 % percentile bootstrap interval. */
export function bootstrap(values: readonly number[], { samples = 2000, seed = 7 } = {}): Interval {
  const size = values.length;
  if (size === 0) return { mean: 0, lo: 0, hi: 0 };
  const random = seededRandom(seed);
  const means: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += values[Math.floor(random() * size)] ?? 0;
    means.push(sum / size);
  }
  means.sort((a, b) => a - b);
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / size,
    lo: means[Math.floor(0.025 * samples)] ?? 0,
    hi: means[Math.min(samples - 1, Math.floor(0.975 * samples))] ?? 0,
  };
}

export function scoreRun(
  qrels: Qrels,
  run: Run,
  options?: { samples?: number; seed?: number },
): Scores {
  const queries = [...qrels.keys()].sort();
  const perQuery = queries.map((query) =>
    scoreQuery(qrels.get(query) ?? new Map(), run.get(query) ?? []),
  );
  return Object.fromEntries(
    METRICS.map((metric) => [
      metric,
      bootstrap(
        perQuery.map((scores) => scores[metric]),
        options,
      ),
    ]),
  ) as Scores;
}

/** TREC run lines. Scores fall by rank, so that a scorer that sorts by score keeps the order. */
export function writeTrecRun(run: Run, tag: string): string {
  return [...run]
    .flatMap(([query, ids]) =>
      ids.map((id, i) => `${query} Q0 ${id} ${i + 1} ${ids.length - i} ${tag}\n`),
    )
    .join('');
}

/** One row a system: `nDCG@10 0.840 [0.795, 0.881]` and so on. */
export function formatScores(task: string, system: string, scores: Scores): string {
  const cells = METRICS.map((metric) => {
    const { mean, lo, hi } = scores[metric];
    return `${metric} ${mean.toFixed(3)} [${lo.toFixed(3)}, ${hi.toFixed(3)}]`;
  });
  return `${task.padEnd(14)} ${system.padEnd(12)} ${cells.join('  ')}`;
}
