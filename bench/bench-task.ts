import { type Qrels, type Run, type Scores, scoreRun } from './metrics.ts';

/** Puts every judged query to a system and scores what comes back. `answer` gives ids, best first. */
export async function benchTask<Query extends { id: string }>(task: {
  queries: readonly Query[];
  answer: (query: Query) => Promise<readonly string[]>;
  qrels: Qrels;
}): Promise<{ run: Run; scores: Scores; milliseconds: { p50: number; p95: number } }> {
  const run: Run = new Map();
  const times: number[] = [];
  for (const query of task.queries) {
    if (!task.qrels.has(query.id)) continue;
    const begun = performance.now();
    run.set(query.id, [...(await task.answer(query))]);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { run, scores: scoreRun(task.qrels, run), milliseconds: { p50: at(0.5), p95: at(0.95) } };
}
