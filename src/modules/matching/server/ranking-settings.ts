import type { Platform } from '../../../platform/platform.ts';
import { findSetting } from '../../../platform/settings/settings.ts';
import { type RankingModel, shippedModel } from '../domain/model.ts';
import { parseModel } from './model-file.ts';
import type { MatchingTables } from './tables.ts';

/** The version of the model in use; the shipped one while there is no such setting. */
export const MODEL_SETTING = 'matching.model';
/** How near two scores must be for chance to decide between their places; 0, never, if not set. */
export const EXPLORATION_SETTING = 'matching.exploration';

/** What an operator decided about ranking. */
export type RankingSettings = { model: RankingModel; exploration: number };

/** What another process decided is followed after so long. */
const FRESH_MS = 2_000;
type Held = { settings: RankingSettings; readAt: number };
const held = new WeakMap<Platform, Held>();
/** Who looks at this moment; everybody waits for the first look and for one after a decision. */
const looks = new WeakMap<Platform, Promise<RankingSettings>>();

/**
 * The settings of ranking as this process knows them, at most two seconds old. A model that cannot
 * be read any more is reported and the one that ran stays. Not for use within a transaction.
 */
export async function rankingSettings(platform: Platform): Promise<RankingSettings> {
  const known = held.get(platform);
  if (known && performance.now() - known.readAt < FRESH_MS) return known.settings;
  const underWay = looks.get(platform);
  if (underWay) return known && known.readAt !== FORGOTTEN ? known.settings : underWay;
  const look = readSettings(platform, known?.settings.model ?? shippedModel);
  looks.set(platform, look);
  try {
    const settings = await look;
    // Unless something was decided meanwhile, which this look may have missed.
    if (looks.get(platform) === look) held.set(platform, { settings, readAt: performance.now() });
    return settings;
  } finally {
    if (looks.get(platform) === look) looks.delete(platform);
  }
}

const FORGOTTEN = Number.NEGATIVE_INFINITY;

/** Has the next answer look at what was decided a moment ago. */
export function forgetRankingSettings(platform: Platform): void {
  const known = held.get(platform);
  if (known) known.readAt = FORGOTTEN;
  looks.delete(platform);
}

async function readSettings(platform: Platform, running: RankingModel): Promise<RankingSettings> {
  const version = (await findSetting<string>(platform.db, MODEL_SETTING)) ?? shippedModel.version;
  const exploration = (await findSetting<number>(platform.db, EXPLORATION_SETTING)) ?? 0;
  const model =
    version === running.version ? running : await readOrKeep(platform, version, running);
  return { model, exploration };
}

async function readOrKeep(
  platform: Platform,
  version: string,
  running: RankingModel,
): Promise<RankingModel> {
  if (version === shippedModel.version) return shippedModel;
  try {
    const row = await platform.db
      .withTables<MatchingTables>()
      .selectFrom('rankingModels')
      .select('model')
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    return parseModel(row.model);
  } catch (error) {
    platform.log.error({ err: error, version, running: running.version }, 'ranking model');
    return running;
  }
}
