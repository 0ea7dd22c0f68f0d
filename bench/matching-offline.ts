/**
 * Scores the ranking alone, without import, database and index: every document is a candidate.
 * node bench/matching-offline.ts --data DIR [--distractors FILE.jsonl] [--run DIR] [--json]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { defaultBackground } from '../src/modules/matching/domain/background.ts';
import type { Ask, Offer } from '../src/modules/matching/domain/match.ts';
import { createRanker } from '../src/modules/matching/domain/rank.ts';
import { BASELINES, createBm25 } from './baselines.ts';
import {
  type BenchAchievement,
  type BenchExpert,
  type BenchNeed,
  readBenchData,
  readDistractors,
} from './bench-data.ts';
import { benchTask } from './bench-task.ts';
import { formatScores, type Metric, type Qrels, writeTrecRun } from './metrics.ts';

type Task = { name: string; queries: { id: string; ask: Ask }[]; offers: Offer[]; qrels: Qrels };

function needAsk(need: BenchNeed): Ask {
  return {
    title: need.title,
    text: need.description,
    industryCode: need.industryCode,
    budgetWan: need.budgetWan,
    coopModes: need.coopModes,
    months: need.months,
  };
}

function achievementOffer(row: BenchAchievement): Offer {
  return {
    id: row.id,
    kind: 'achievement',
    title: row.title,
    fields: { abstract: row.abstract, keywords: row.keywords.join(' ') },
    industryCode: row.industryCode,
    trl: row.trl,
    coopModes: row.coopModes,
    priceMinWan: row.priceMinWan,
    priceMaxWan: row.priceMaxWan,
  };
}

function expertOffer(row: BenchExpert): Offer {
  return {
    id: row.id,
    kind: 'expert',
    title: row.name,
    fields: { research: row.research, bio: row.bio },
  };
}

function readTasks(folder: string, distractors: string | undefined): Task[] {
  const data = readBenchData(folder);
  const extra = distractors === undefined ? [] : readDistractors(distractors);
  if (data.form === 'corpus') {
    const offers = data.corpus.map(({ id, text }): Offer => ({
      id,
      kind: 'achievement',
      title: '',
      fields: { abstract: text },
    }));
    return [
      {
        name: 'corpus',
        queries: data.queries.map(({ id, text }) => ({ id, ask: { text } })),
        offers: [...offers, ...extra.map(achievementOffer)],
        qrels: data.qrels,
      },
    ];
  }
  const queries = data.needs.map((need) => ({ id: need.id, ask: needAsk(need) }));
  return [
    {
      name: 'achievements',
      queries,
      offers: [...data.achievements, ...extra].map(achievementOffer),
      qrels: data.qrels.achievements,
    },
    { name: 'experts', queries, offers: data.experts.map(expertOffer), qrels: data.qrels.experts },
  ].filter((task) => task.offers.length > 0);
}

function askText(ask: Ask): string {
  return ask.title ? `${ask.title}。${ask.text}` : ask.text;
}

function offerText(offer: Offer): string {
  return [offer.kind === 'expert' ? '' : offer.title, ...Object.values(offer.fields)]
    .filter(Boolean)
    .join('。');
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    distractors: { type: 'string' },
    run: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) {
  console.error('Give the benchmark folder: --data DIR');
  process.exit(2);
}

const ranker = createRanker(defaultBackground());
const report: Record<string, Record<string, Record<string, number>>> = {};
for (const task of readTasks(values.data, values.distractors)) {
  const documents = task.offers.map((offer) => ({ id: offer.id, text: offerText(offer) }));
  const systems: Record<string, (query: { ask: Ask }) => Promise<string[]>> = {
    rongtong: async ({ ask }) => ranker.scoreOffers(ask, task.offers).map(({ id }) => id),
  };
  for (const [name, split] of Object.entries(BASELINES)) {
    const search = createBm25(documents, split);
    systems[name] = async ({ ask }) => search(askText(ask));
  }
  for (const [system, answer] of Object.entries(systems)) {
    const { run, scores, milliseconds } = await benchTask({
      queries: task.queries,
      answer,
      qrels: task.qrels,
    });
    report[task.name] ??= {};
    report[task.name]![system] = Object.fromEntries(
      Object.entries(scores).map(([metric, { mean }]) => [metric as Metric, mean]),
    );
    if (values.run !== undefined) {
      mkdirSync(values.run, { recursive: true });
      writeFileSync(join(values.run, `${task.name}.${system}.run`), writeTrecRun(run, system));
    }
    if (!values.json) {
      console.log(
        `${formatScores(task.name, system, scores)}  ${milliseconds.p50.toFixed(1)} ms p50, ${milliseconds.p95.toFixed(1)} p95`,
      );
    }
  }
}
if (values.json) console.log(JSON.stringify(report));
