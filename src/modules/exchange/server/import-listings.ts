import { sql } from 'kysely';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { forgetClocks, setClocks } from '../../../platform/clocks/step-clocks.ts';
import { dueFrom } from '../../../platform/settings/settings.ts';
import { getListingOwner } from '../../directory/index.ts';
import { needWorkflow } from '../domain/need.workflow.ts';
import type { AchievementWords } from './achievement-commands.ts';
import type { NeedWords } from './need-commands.ts';
import type { ExchangeTables, ListingType } from './tables.ts';

export type AchievementImport = AchievementWords & {
  id: string;
  organisationId: string;
  expertId: string | null;
  publishedAt: Date;
};
export type NeedImport = NeedWords & {
  id: string;
  organisationId: string;
  /** Null for one that an operator has yet to look at. */
  publishedAt: Date | null;
};

// PostgreSQL takes 65,535 parameters a statement; the widest table here has some 30 columns.
const CHUNK = 1000;

/** Takes in many published achievements inside a command of the caller. */
export async function importAchievements(
  { tx, now, actor, emit }: CommandContext,
  rows: readonly AchievementImport[],
  isExample: boolean,
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const values = rows.slice(from, from + CHUNK).map((row) => ({
      ...row,
      status: 'published' as const,
      isExample,
      createdBy: actor.userId ?? 'system',
      createdAt: row.publishedAt,
      updatedAt: now,
      // Whoever brings it in, says that it holds today.
      confirmedAt: now,
    }));
    await tx.withTables<ExchangeTables>().insertInto('achievements').values(values).execute();
  }
  for (const row of rows) {
    emit({ type: 'achievement.imported', subject: { type: 'achievement', id: row.id } });
  }
}

/** Takes in many needs, published or handed in, inside a command of the caller; their clocks start now. */
export async function importNeeds(
  { tx, now, actor, emit }: CommandContext,
  rows: readonly NeedImport[],
  isExample: boolean,
): Promise<void> {
  const due = {
    published: await dueFrom(tx, now, needWorkflow.states.published.due),
    submitted: await dueFrom(tx, now, needWorkflow.states.submitted.due),
  };
  for (let from = 0; from < rows.length; from += CHUNK) {
    const values = rows.slice(from, from + CHUNK).map((row) => {
      const status = row.publishedAt === null ? ('submitted' as const) : ('published' as const);
      return {
        ...row,
        status,
        closeReason: null,
        stepStartedAt: now,
        dueAt: due[status],
        overdueAt: null,
        isExample,
        createdBy: actor.userId ?? 'system',
        createdAt: row.publishedAt ?? now,
        updatedAt: now,
        confirmedAt: now,
      };
    });
    await tx.withTables<ExchangeTables>().insertInto('needs').values(values).execute();
    await setClocks(
      tx,
      'need',
      values.map(({ id, dueAt }) => ({ id, startedAt: now, dueAt })),
    );
  }
  for (const row of rows) emit({ type: 'need.imported', subject: { type: 'need', id: row.id } });
}

/** Takes the example listings out again, after the dockings that name them. */
export async function removeExampleListings({ tx, emit }: CommandContext): Promise<number> {
  const db = tx.withTables<ExchangeTables>();
  let removed = 0;
  for (const [table, type] of [
    ['needs', 'need'],
    ['achievements', 'achievement'],
  ] as const) {
    const rows = await db.deleteFrom(table).where('isExample', '=', true).returning('id').execute();
    for (const { id } of rows) emit({ type: `${type}.removed`, subject: { type, id } });
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) {
      await removeBeside(tx, type, ids);
    }
    removed += rows.length;
  }
  await db.deleteFrom('visits').where('isExample', '=', true).execute();
  await removeExampleQuestions(tx);
  return removed;
}

/** What example organisations asked about listings that stay. */
async function removeExampleQuestions(tx: Tx): Promise<void> {
  const db = tx.withTables<ExchangeTables>();
  const asked = await db
    .selectFrom('disclosures')
    .select('organisationId')
    .distinct()
    .where('organisationId', 'is not', null)
    .execute();
  for (const { organisationId } of asked) {
    if (organisationId === null || !(await getListingOwner(tx, organisationId)).isExample) continue;
    await db.deleteFrom('disclosures').where('organisationId', '=', organisationId).execute();
  }
}

/** What is kept of listings in other tables, so that the listings can be taken out. */
export async function removeBeside(
  tx: Tx,
  type: ListingType,
  ids: readonly string[],
): Promise<void> {
  await forgetClocks(tx, type, ids);
  for (const beside of [
    'listingEntries',
    'listingVersions',
    'listingAttachments',
    'listingDetails',
    'disclosures',
    'closedOpenings',
  ] as const) {
    await tx
      .withTables<ExchangeTables>()
      .deleteFrom(beside)
      .where('subjectType', '=', type)
      .where(sql<boolean>`subject_id = any(${ids}::uuid[])`)
      .execute();
  }
}
