import { AppError, notFound } from '../../../kernel/errors.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { achievementWorkflow } from '../domain/achievement.workflow.ts';
import { mergeRecord, mergeRefusals, uniteKeywords, type MergeSide } from '../domain/merging.ts';
import { moveAchievement } from './achievement-commands.ts';
import { addEntry } from './listing-entries.ts';
import { changeContent } from './listing-versions.ts';
import { moveNeed } from './need-commands.ts';
import type { AchievementRow, ExchangeTables, NeedRow } from './tables.ts';

/** How many dockings on an achievement have not ended; known to the module that comes later. */
export type CountOpenDockings = (db: Db | Tx, achievementId: string) => Promise<number>;

/** `id` ends in `intoId`; `words` say why. `version` is that of the one that ends. */
export type Merge = { id: string; version: number; intoId: string; words?: string | undefined };

export const needSide = (need: NeedRow): MergeSide => ({
  id: need.id,
  organisationId: need.organisationId,
  isPublic: need.status === 'published' || need.status === 'in_docking',
  isEnded: need.status === 'closed',
  isExample: need.isExample,
});

export const achievementSide = (achievement: AchievementRow): MergeSide => ({
  id: achievement.id,
  organisationId: achievement.organisationId,
  isPublic: achievement.status === 'published',
  isEnded: achievementWorkflow.isFinal(achievement.status),
  isExample: achievement.isExample,
});

/** Both rows, locked in one order, so that two merges the other way round wait for each other. */
async function lockBoth(tx: Tx, table: 'needs' | 'achievements', { id, intoId }: Merge) {
  const rows = await tx
    .withTables<ExchangeTables>()
    .selectFrom(table)
    .select('id')
    .where('id', 'in', [id, intoId])
    .orderBy('id')
    .forUpdate()
    .execute();
  const found = new Set(rows.map((row) => row.id));
  if (!found.has(id)) throw notFound(table === 'needs' ? 'need' : 'achievement');
  if (!found.has(intoId)) {
    const others = await tx
      .withTables<ExchangeTables>()
      .selectFrom(table === 'needs' ? 'achievements' : 'needs')
      .select('id')
      .where('id', '=', intoId)
      .execute();
    throw others.length > 0
      ? new AppError('refused', { code: 'exchange.merge_kinds' })
      : notFound(table === 'needs' ? 'need' : 'achievement');
  }
}

const textOf = (title: string, text: string, keywords: readonly string[] = []): string =>
  [title, text, ...(keywords.length > 0 ? [keywords.join('，')] : [])].join('\n');

export const mergeNeed = defineCommand({
  name: 'need.merge',
  async load({ tx }: CommandContext, input: Merge) {
    await lockBoth(tx, 'needs', input);
    const rows = await tx
      .withTables<ExchangeTables>()
      .selectFrom('needs')
      .selectAll()
      .where('id', 'in', [input.id, input.intoId])
      .execute();
    const need = rows.find(({ id }) => id === input.id)!;
    const into = rows.find(({ id }) => id === input.intoId)!;
    return { ...mergeRecord(need, into), need, into };
  },
  async run(context, input: Merge, { need, into }) {
    const reasons = mergeRefusals(needSide(need), needSide(into), input.words ?? null);
    if (reasons.length > 0) throw new AppError('refused', reasons);
    const { tx, now, emit } = context;
    await moveNeed(context, need, {
      action: 'merge',
      version: input.version,
      words: input.words,
      closeReason: 'merged',
      mergedInto: into.id,
    });
    const db = tx.withTables<ExchangeTables>();
    await db
      .updateTable('needs')
      .set({ mergedInto: into.id })
      .where('mergedInto', '=', need.id)
      .execute();
    await db
      .updateTable('needs')
      .set({ version: into.version + 1, updatedAt: now })
      .where('id', '=', into.id)
      .execute();
    await addEntry(context, {
      subjectType: 'need',
      subjectId: into.id,
      action: 'absorb',
      from: into.status,
      to: into.status,
      words: textOf(need.title, need.description),
    });
    emit({
      type: 'need.absorbed',
      subject: { type: 'need', id: into.id },
      data: { from: need.id },
    });
    return { id: need.id };
  },
});

export const createMergeAchievement = (countOpenDockings: CountOpenDockings) =>
  defineCommand({
    name: 'achievement.merge',
    async load({ tx }: CommandContext, input: Merge) {
      await lockBoth(tx, 'achievements', input);
      const rows = await tx
        .withTables<ExchangeTables>()
        .selectFrom('achievements')
        .selectAll()
        .where('id', 'in', [input.id, input.intoId])
        .execute();
      const achievement = rows.find(({ id }) => id === input.id)!;
      const into = rows.find(({ id }) => id === input.intoId)!;
      return { ...mergeRecord(achievement, into), achievement, into };
    },
    async run(context, input: Merge, { achievement, into }) {
      const reasons = mergeRefusals(
        achievementSide(achievement),
        achievementSide(into),
        input.words ?? null,
      );
      if (reasons.length > 0) throw new AppError('refused', reasons);
      const { tx, now, emit } = context;
      const openDockings = await countOpenDockings(tx, achievement.id);
      await moveAchievement(
        context,
        { ...achievement, openDockings },
        { action: 'merge', version: input.version, words: input.words, mergedInto: into.id },
      );
      const db = tx.withTables<ExchangeTables>();
      await db
        .updateTable('achievements')
        .set({ mergedInto: into.id })
        .where('mergedInto', '=', achievement.id)
        .execute();
      const { kept } = uniteKeywords(into.keywords, achievement.keywords);
      await changeContent(context, { type: 'achievement', id: into.id }, () =>
        db
          .updateTable('achievements')
          .set({ keywords: kept, version: into.version + 1, updatedAt: now })
          .where('id', '=', into.id)
          .execute(),
      );
      await addEntry(context, {
        subjectType: 'achievement',
        subjectId: into.id,
        action: 'absorb',
        from: into.status,
        to: into.status,
        words: textOf(achievement.title, achievement.abstract, achievement.keywords),
      });
      emit({
        type: 'achievement.absorbed',
        subject: { type: 'achievement', id: into.id },
        data: { from: achievement.id },
      });
      return { id: achievement.id };
    },
  });
