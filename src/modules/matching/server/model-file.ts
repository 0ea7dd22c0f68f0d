import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../../platform/audit/audit-chain.ts';
import { type FeatureName, FEATURES } from '../domain/features.ts';
import { type RankingModel, shippedModel } from '../domain/model.ts';

/** A model with where it comes from: data, counts, figures before and after. */
export type ModelFile = RankingModel & { provenance?: unknown };

const share = z.number().min(0).max(1);
const half = z.object({ share, least: z.number().min(0), most: z.number().positive() });
const perFeature = (value: z.ZodNumber) => z.record(z.string(), value);
const modelShape = z.object({
  version: z.string().regex(/^[\w.-]{1,60}$/),
  weights: z.object({
    achievement: perFeature(z.number().min(0)),
    expert: perFeature(z.number().min(0)),
  }),
  usual: perFeature(z.number()),
  half: z.object({ achievement: half, expert: half }),
  floor: share,
  floorOfBest: share,
  nearFloor: share,
  provenance: z.unknown().optional(),
});

/** What is wrong with a model, in one sentence. */
export class BadModel extends Error {}

/**
 * Reads a model. One made before a feature was known lacks its weight, which is then 0, as it was
 * when the model was measured. One that weighs a feature this program does not measure would order
 * otherwise than when it was measured, and is refused. Throws `BadModel`.
 */
export function parseModel(content: unknown): ModelFile {
  const parsed = modelShape.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'the file';
    throw new BadModel(`This is no ranking model: ${where}: ${issue?.message ?? 'wrong shape'}.`);
  }
  const { weights, usual, ...rest } = parsed.data;
  const known = new Set<string>(FEATURES);
  for (const [kind, given] of Object.entries(weights)) {
    const strange = Object.keys(given).find((name) => !known.has(name) && given[name]! > 0);
    if (strange !== undefined) {
      throw new BadModel(
        `The model ${rest.version} weighs ${strange} for ${kind}, which this version does not measure: it was made by a newer one.`,
      );
    }
    if (!FEATURES.some((name) => (given[name] ?? 0) > 0)) {
      throw new BadModel(`The model ${rest.version} gives every feature the weight 0 for ${kind}.`);
    }
  }
  const complete = (given: Record<string, number>) =>
    Object.fromEntries(FEATURES.map((name) => [name, given[name] ?? 0])) as Record<
      FeatureName,
      number
    >;
  return {
    ...rest,
    weights: { achievement: complete(weights.achievement), expert: complete(weights.expert) },
    usual: complete(usual),
  };
}

export const modelsFolder = (dataDir: string): string => path.join(dataDir, 'models');

/** Throws `BadModel` when there is no such file, or when it is no model. */
export async function readModelFile(file: string): Promise<ModelFile> {
  let text: string;
  try {
    text = await fs.readFile(file, 'utf8');
  } catch {
    throw new BadModel(`There is no model file ${path.basename(file)}.`);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new BadModel(`${path.basename(file)} is not JSON.`);
  }
  return parseModel(content);
}

/** The model files of a data folder, newest name first; a broken one with what is wrong with it. */
export async function listModelFiles(
  dataDir: string,
): Promise<{ version: string; model?: ModelFile; problem?: string }[]> {
  const folder = modelsFolder(dataDir);
  const names = await fs.readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).sort((a, b) => (a < b ? 1 : -1));
  return Promise.all(
    files.map(async (name) => {
      const version = name.slice(0, -'.json'.length);
      try {
        return { version, model: await readVersion(dataDir, version) };
      } catch (error) {
        if (!(error instanceof BadModel)) throw error;
        return { version, problem: error.message };
      }
    }),
  );
}

/** The model of that version: the shipped one, or a file of the data folder. Throws `BadModel`. */
export async function readVersion(dataDir: string, version: string): Promise<ModelFile> {
  if (version === shippedModel.version) return shippedModel;
  if (!/^[\w.-]{1,60}$/.test(version)) throw new BadModel(`${version} is no version of a model.`);
  const model = await readModelFile(path.join(modelsFolder(dataDir), `${version}.json`));
  if (model.version !== version) {
    throw new BadModel(`The file ${version}.json says that it is the model ${model.version}.`);
  }
  return model;
}

/** Names a model by its day and its content, so that one version never means two things. */
export function versionOf(model: Omit<RankingModel, 'version'>, at: Date): string {
  const { weights, usual, half, floor, floorOfBest, nearFloor } = model;
  const content = canonicalJson({ weights, usual, half, floor, floorOfBest, nearFloor });
  const hash = createHash('sha256').update(content).digest('hex');
  return `${at.toISOString().slice(0, 10)}-${hash.slice(0, 8)}`;
}
