import { sql } from 'kysely';
import { AppError, notFound, type Refusal } from '../../../kernel/errors.ts';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { importWorkflow } from '../domain/import.workflow.ts';
import type { ImportRow, InterchangeTables } from './tables.ts';

export async function getImportRow(db: Db | Tx, id: string): Promise<ImportRow> {
  const row = await db
    .withTables<InterchangeTables>()
    .selectFrom('imports')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('import');
  return row;
}

export const loadImport = ({ tx }: CommandContext, input: { id: string }) =>
  getImportRow(tx, input.id);

type Change = Partial<{
  mapping: string;
  leaveOutBad: boolean;
  language: ImportRow['language'];
  rowsBad: number;
  problems: readonly Refusal[];
}>;

/**
 * Moves an import by its workflow. Whoever comes second, a cancel or the end of the writing, finds
 * the state gone, and its transaction with everything in it is undone.
 */
export async function moveImport(
  { tx, now, emit }: CommandContext,
  row: ImportRow,
  action: keyof typeof importWorkflow.transitions,
  change: Change = {},
): Promise<{ id: string }> {
  const { problems = [], ...rest } = change;
  const reasons = importWorkflow.refusals(action, { ...row, ...rest }, now);
  if (reasons.length > 0) throw new AppError('refused', reasons);
  const { to, emits } = importWorkflow.transitions[action];
  const ends = importWorkflow.isFinal(to) || to === 'done';
  const moved = await tx
    .withTables<InterchangeTables>()
    .updateTable('imports')
    .set({
      ...rest,
      status: to,
      problems: JSON.stringify(problems),
      progress: 0,
      version: sql<number>`version + 1`,
      stepStartedAt: now,
      finishedAt: ends ? now : null,
    })
    .where('id', '=', row.id)
    .where('status', '=', row.status)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
  emit({
    type: emits,
    subject: { type: 'import', id: row.id },
    data: { kind: row.kind, from: row.status, to },
  });
  return { id: row.id };
}
