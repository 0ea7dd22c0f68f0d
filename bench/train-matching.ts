/**
 * Fits the weights of ranking to judgements: `npm run matching:train -- [--data DIR]… [--feedback]
 * [--distractors FILE.jsonl] [--from VERSION|FILE] [--hold FEATURE]… [--l2 X]… [--out FILE]`. Writes a model
 * file, or refuses with exit code 1 when unseen questions are not ordered better by it.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { withApp } from '../src/app/with-app.ts';
import { defaultBackground } from '../src/modules/matching/domain/background.ts';
import { VALIDATION } from '../src/modules/matching/domain/cross-validation.ts';
import { FEATURES } from '../src/modules/matching/domain/features.ts';
import { type RankingModel, shippedModel } from '../src/modules/matching/domain/model.ts';
import type { RankBias } from '../src/modules/matching/domain/position-bias.ts';
import { createRanker, type Ranker } from '../src/modules/matching/domain/rank.ts';
import { trainModel } from '../src/modules/matching/domain/train-model.ts';
import type { TrainingQuery } from '../src/modules/matching/domain/training-query.ts';
import { loadTermVectors } from '../src/modules/matching/server/load-term-vectors.ts';
import {
  BadModel,
  measurePositionBias,
  type ModelFile,
  modelsFolder,
  rankingSettings,
  readFeedbackQueries,
  readModelFile,
  readVersion,
  versionOf,
} from '../src/modules/matching/index.ts';
import { readConfig, StartError } from '../src/platform/config/config.ts';
import { printTraining } from './print-training.ts';
import { readTrainingQueries } from './training-data.ts';

const USAGE =
  'npm run matching:train -- [--data DIR …] [--feedback] [--distractors FILE.jsonl] [--from VERSION|FILE] [--hold FEATURE …] [--l2 X …] [--out FILE]';

class CannotTrain extends Error {}

function readArguments() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', multiple: true, default: [] },
      feedback: { type: 'boolean', default: false },
      distractors: { type: 'string' },
      from: { type: 'string' },
      hold: { type: 'string', multiple: true, default: [] },
      l2: { type: 'string', multiple: true, default: VALIDATION.l2.map(String) },
      seed: { type: 'string', default: String(VALIDATION.seed) },
      out: { type: 'string' },
    },
  });
  const numbers = values.l2.map(Number);
  if (!numbers.every((value) => value > 0)) throw new CannotTrain('--l2 takes a number above 0.');
  const held = values.hold.map((name) => {
    const feature = FEATURES.find((known) => known === name);
    if (!feature) throw new CannotTrain(`--hold ${name}: the features are ${FEATURES.join(', ')}.`);
    return feature;
  });
  if (values.data.length === 0 && !values.feedback)
    throw new CannotTrain(`There is nothing to learn from. ${USAGE}`);
  return { ...values, l2: numbers, held, seed: Number(values.seed) };
}

async function main(): Promise<number> {
  const options = readArguments();
  const { dataDir } = readConfig(process.env, process.cwd());
  const feedback = options.feedback ? await readFeedback() : undefined;
  const before =
    options.from === undefined
      ? (feedback?.model ?? shippedModel)
      : await modelNamed(options.from, dataDir);
  const ranker = createRanker(defaultBackground(), {
    vectors: await loadTermVectors(),
    model: before,
    remember: 20_000,
  });
  const queries = [
    ...options.data.flatMap((folder) => readFolder(folder, ranker, options.distractors)),
    ...(feedback?.queries ?? []),
  ];
  const training = trainModel(queries, before, options);
  process.stdout.write(printTraining(training, before));
  if (!training.weights) {
    process.stdout.write(
      `Refused: no kind is ordered better than by the model ${before.version}. Nothing was written.\n`,
    );
    return 1;
  }
  const { provenance: _provenance, ...frame }: ModelFile = before;
  const content = { ...frame, weights: training.weights };
  const now = new Date();
  const model: ModelFile = {
    ...content,
    version: versionOf(content, now),
    provenance: {
      madeAt: now.toISOString(),
      from: before.version,
      data: [
        ...options.data,
        ...(options.distractors === undefined ? [] : [options.distractors]),
      ].map((file) => path.basename(path.resolve(file))),
      questions: countTasks(queries),
      positionBias: feedback?.bias,
      features: FEATURES,
      unmeasured: training.unmeasured,
      held: options.held,
      validation: { ...VALIDATION, l2: options.l2, seed: options.seed },
      kinds: training.kinds,
      kept: 'usual, half and floors; weights scaled so that right answers keep their mean relevance',
    },
  };
  const file = options.out ?? path.join(modelsFolder(dataDir), `${model.version}.json`);
  fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`);
  process.stdout.write(`Written: ${file} (version ${model.version}).\n`);
  if (options.out === undefined)
    process.stdout.write(`Use it: npm run cli -- model use ${model.version}\n`);
  return 0;
}

function readFolder(folder: string, ranker: Ranker, distractors?: string): TrainingQuery[] {
  try {
    return readTrainingQueries(folder, ranker, distractors);
  } catch (error) {
    throw new CannotTrain((error as Error).message);
  }
}

function modelNamed(from: string, dataDir: string): Promise<ModelFile> {
  return fs.existsSync(from) ? readModelFile(from) : readVersion(dataDir, from);
}

type Feedback = { queries: TrainingQuery[]; model: RankingModel; bias: RankBias[] | null };

/** What was judged on this platform, and the model it ranks by. */
async function readFeedback(): Promise<Feedback> {
  let feedback: Feedback | undefined;
  await withApp(async ({ platform }) => {
    const bias = await measurePositionBias(platform.db);
    const queries = await readFeedbackQueries(platform.db, bias);
    const { model } = await rankingSettings(platform);
    feedback = { queries, model, bias: bias ?? null };
    return 0;
  });
  return feedback!;
}

function countTasks(queries: readonly TrainingQuery[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { task } of queries) counts[task] = (counts[task] ?? 0) + 1;
  return counts;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const clear =
      error instanceof CannotTrain || error instanceof BadModel || error instanceof StartError;
    process.stderr.write(`${clear ? error.message : String((error as Error).stack ?? error)}\n`);
    process.exit(clear ? 2 : 1);
  },
);
