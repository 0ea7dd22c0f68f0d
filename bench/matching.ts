/**
 * How well needs find their answers: `npm run bench:matching -- --data DIR [--distractors FILE.jsonl]
 * [--run DIR] [--json]`. Imports the folder into a scratch platform by the product's own import, lets
 * the product's index take it in, and asks the product's own ranking. BM25 and the search engines a
 * JavaScript developer could install stand beside it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Ask } from '../src/modules/matching/domain/match.ts';
import { rankedIds } from '../src/modules/matching/index.ts';
import { BASELINES, createBm25 } from './baselines.ts';
import { readBenchData, readDistractors, type BenchData } from './bench-data.ts';
import { benchTask } from './bench-task.ts';
import { formatScores, type Qrels, writeTrecRun } from './metrics.ts';
import { RIVALS } from './rivals.ts';
import { openScratch, type ScratchLibrary } from './scratch.ts';

type Document = { id: string; title: string; text: string };
/** As many as the longest measure reads. */
const MOST_ANSWERS = 50;
type Task = {
  name: 'achievements' | 'experts' | 'corpus';
  kind: 'achievement' | 'expert';
  queries: { id: string; ask: Ask }[];
  documents: Document[];
  qrels: Qrels;
};

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    distractors: { type: 'string' },
    run: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) {
  process.stderr.write(
    'Give the benchmark folder: npm run bench:matching -- --data DIR [--distractors FILE.jsonl] [--run DIR] [--json]\n',
  );
  process.exit(2);
}

const data = readBenchData(values.data);
const library = libraryOf(data, values.distractors);
const scratch = await openScratch(library);
const report: Record<string, Record<string, Record<string, number>>> = {};
try {
  for (const task of tasksOf(data, library)) {
    const systems: Record<string, (query: { ask: Ask }) => Promise<string[]>> = {
      rongtong: async ({ ask }) =>
        (await rankedIds(scratch.platform, ask))[task.kind].map(scratch.keyOf),
    };
    for (const [name, split] of Object.entries(BASELINES)) {
      const search = createBm25(task.documents, split);
      systems[name] = async ({ ask }) => search(wholeText(ask));
    }
    for (const [name, open] of Object.entries(RIVALS)) {
      const rival = await open(task.documents);
      systems[name] = ({ ask }) => rival.search(wholeText(ask), MOST_ANSWERS);
    }
    for (const [system, answer] of Object.entries(systems)) {
      const { run, scores, milliseconds } = await benchTask({
        queries: task.queries,
        answer,
        qrels: task.qrels,
      });
      report[task.name] ??= {};
      report[task.name]![system] = Object.fromEntries(
        Object.entries(scores).map(([metric, { mean }]) => [metric, mean]),
      );
      if (values.run !== undefined) {
        mkdirSync(values.run, { recursive: true });
        writeFileSync(join(values.run, `${task.name}.${system}.run`), writeTrecRun(run, system));
      }
      if (!values.json) {
        process.stdout.write(
          `${formatScores(task.name, system, scores)}  ${milliseconds.p50.toFixed(1)} ms p50, ${milliseconds.p95.toFixed(1)} p95\n`,
        );
      }
    }
  }
} finally {
  await scratch.close();
}
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(0);

function libraryOf(bench: BenchData, distractors: string | undefined): ScratchLibrary {
  const extra = distractors === undefined ? [] : readDistractors(distractors);
  if (bench.form === 'district') {
    return { achievements: [...bench.achievements, ...extra], experts: bench.experts };
  }
  const achievements = bench.corpus.map(({ id, text }) => ({
    id,
    title: '',
    abstract: text,
    keywords: [],
    industryCode: null,
    trl: null,
    region: null,
    coopModes: [],
    priceMinWan: null,
    priceMaxWan: null,
  }));
  return { achievements: [...achievements, ...extra], experts: [] };
}

function wholeText(ask: Ask): string {
  return ask.title ? `${ask.title}。${ask.text}` : ask.text;
}

function tasksOf(bench: BenchData, all: ScratchLibrary): Task[] {
  const achievements = all.achievements.map((row) => ({
    id: row.id,
    title: row.title,
    text: [row.title, row.abstract, row.keywords.join(' ')].filter(Boolean).join('。'),
  }));
  if (bench.form === 'corpus') {
    const queries = bench.queries.map(({ id, text }) => ({ id, ask: { text } }));
    return [
      { name: 'corpus', kind: 'achievement', queries, documents: achievements, qrels: bench.qrels },
    ];
  }
  const queries = bench.needs.map((need) => ({
    id: need.id,
    ask: {
      title: need.title,
      text: need.description,
      industryCode: need.industryCode,
      budgetWan: need.budgetWan,
      coopModes: need.coopModes,
      months: need.months,
    },
  }));
  const experts = all.experts.map((row) => ({
    id: row.id,
    title: row.research,
    text: `${row.research}。${row.bio}`,
  }));
  const tasks: Task[] = [
    {
      name: 'achievements',
      kind: 'achievement',
      queries,
      documents: achievements,
      qrels: bench.qrels.achievements,
    },
    { name: 'experts', kind: 'expert', queries, documents: experts, qrels: bench.qrels.experts },
  ];
  return tasks.filter((task) => task.documents.length > 0);
}
