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
    provenance: model?.provenance ?? null,
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

function readKept(model: unknown): { model?: ModelFile; problem?: string } {
  try {
    return { model: parseModel(model) };
  } catch (error) {
    if (!(error instanceof BadModel)) throw error;
    return { problem: error.message };
  }
}
