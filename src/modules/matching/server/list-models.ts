import { z } from 'zod';
import type { Platform } from '../../../platform/platform.ts';
import { findSetting } from '../../../platform/settings/settings.ts';
import type { ModelSummary } from '../contract.ts';
import { shippedModel } from '../domain/model.ts';
import { BadModel, listModelFiles, type ModelFile, parseModel } from './model-file.ts';
import { MODEL_SETTING } from './ranking-settings.ts';
import type { MatchingTables } from './tables.ts';

/** The shipped model, those that were in use, and the files of the data folder. */
export async function listModels(platform: Platform): Promise<ModelSummary[]> {
  const inUse = (await findSetting<string>(platform.db, MODEL_SETTING)) ?? shippedModel.version;
  const used = await platform.db
    .withTables<MatchingTables>()
    .selectFrom('rankingModels')
    .select(['version', 'model'])
    .orderBy('addedAt', 'desc')
    .execute();
  const found = new Map<string, { model?: ModelFile; problem?: string }>();
  found.set(shippedModel.version, { model: shippedModel });
  for (const { version, model } of used) {
    if (!found.has(version)) found.set(version, readKept(model));
  }
  for (const { version, ...file } of await listModelFiles(platform.config.dataDir)) {
    if (!found.has(version)) found.set(version, file);
  }
  return [...found].map(([version, { model, problem }]) => ({
    version,
    inUse: version === inUse,
    shipped: version === shippedModel.version,
    problem: problem ?? null,
    weights: model?.weights ?? null,
    ...madeBy(model?.provenance),
  }));
}

/** A model that was in use before; undefined when there is none. Throws `BadModel`. */
export async function findUsedModel(
  platform: Platform,
  version: string,
): Promise<ModelFile | undefined> {
  const row = await platform.db
    .withTables<MatchingTables>()
    .selectFrom('rankingModels')
    .select('model')
    .where('version', '=', version)
    .executeTakeFirst();
  return row && version !== shippedModel.version ? parseModel(row.model) : undefined;
}

// Written by training; of a file by another hand nothing is expected.
const provenanceShape = z.object({
  madeAt: z.iso.datetime(),
  kinds: z.array(
    z.object({
      kind: z.enum(['achievement', 'expert']),
      verdict: z.string(),
      questions: z.number().int(),
      validation: z
        .object({
          overall: z.object({
            before: z.number(),
            after: z.number(),
            gain: z.object({ lo: z.number(), hi: z.number() }),
          }),
        })
        .optional(),
    }),
  ),
});

function madeBy(provenance: unknown): Pick<ModelSummary, 'madeAt' | 'figures'> {
  const parsed = provenanceShape.safeParse(provenance);
  if (!parsed.success) return { madeAt: null, figures: [] };
  const { madeAt, kinds } = parsed.data;
  const figures = kinds.flatMap(({ kind, verdict, questions, validation }) => {
    if (!validation) return [];
    const { before, after, gain } = validation.overall;
    return {
      kind,
      taken: verdict === 'better',
      questions,
      before,
      after,
      lo: gain.lo,
      hi: gain.hi,
    };
  });
  return { madeAt, figures };
}

function readKept(model: unknown): { model?: ModelFile; problem?: string } {
  try {
    return { model: parseModel(model) };
  } catch (error) {
    if (!(error instanceof BadModel)) throw error;
    return { problem: error.message };
  }
}
