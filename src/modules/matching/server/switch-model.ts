import { AppError } from '../../../kernel/errors.ts';
import { canonicalJson } from '../../../platform/audit/audit-chain.ts';
import { actorKey, defineCommand } from '../../../platform/commands/run-command.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findSetting, writeSetting } from '../../../platform/settings/settings.ts';
import { shippedModel } from '../domain/model.ts';
import { findUsedModel } from './list-models.ts';
import { BadModel, type ModelFile, readVersion } from './model-file.ts';
import { MODEL_SETTING } from './ranking-settings.ts';
import type { MatchingTables } from './tables.ts';

/**
 * Takes a model into use. It is kept in the database, and all servers and workers rank by it within
 * two seconds. `model` was read and checked before: see `readModelToUse`.
 */
export const switchModel = (model: ModelFile) =>
  defineCommand({
    name: 'match.switch-model',
    async run({ tx, actor, now, emit }, _input: { version: string }): Promise<void> {
      const { version } = model;
      const before = (await findSetting<string>(tx, MODEL_SETTING)) ?? shippedModel.version;
      if (before === version) return;
      const db = tx.withTables<MatchingTables>();
      if (version !== shippedModel.version) {
        await db
          .insertInto('rankingModels')
          .values({
            version,
            model: JSON.stringify(model),
            addedAt: now,
            addedBy: actorKey(actor),
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      await writeSetting(tx, { key: MODEL_SETTING, value: version, at: now, by: actorKey(actor) });
      emit({
        type: 'match.model_switched',
        subject: { type: 'ranking_model', id: version },
        data: { from: before, to: version },
      });
    },
  });

/**
 * The shipped model, one that was in use before, or a file of the data folder. Throws `refused`
 * with what is wrong when there is none or it cannot be used, and when the file of a version that
 * was in use has changed since.
 */
export async function readModelToUse(platform: Platform, wanted: string): Promise<ModelFile> {
  const version = wanted === 'shipped' ? shippedModel.version : wanted;
  try {
    const used = await findUsedModel(platform, version);
    const file = await readVersion(platform.config.dataDir, version).catch((error: unknown) => {
      if (used) return used;
      throw error;
    });
    if (used && canonicalJson(used) !== canonicalJson(file))
      throw new AppError('conflict', { code: 'match.model_changed', params: { version } });
    return file;
  } catch (error) {
    if (!(error instanceof BadModel)) throw error;
    throw new AppError('refused', {
      code: 'match.bad_model',
      params: { version, problem: error.message },
    });
  }
}
