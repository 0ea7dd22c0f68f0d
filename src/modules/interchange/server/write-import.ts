import { sql } from 'kysely';
import { AppError } from '../../../kernel/errors.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { kindParts } from './kinds/kinds.ts';
import { loadImport, moveImport } from './load-import.ts';
import type { ImportRow, InterchangeTables } from './tables.ts';

const CHUNK = 1000;

/** Codes of PostgreSQL for what a person can do something about. */
const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

/** Writes all good rows in one transaction, or none: a cancel meanwhile undoes it as well. */
export const writeImport = defineCommand({
  name: 'import.write',
  load: loadImport,
  async run(context, input: { id: string }, row) {
    for await (const records of recordsOf(context, row)) {
      await stillWanted(context, row);
      await kindParts[row.kind]
        .write(context, records)
        .catch(refusedWhen(UNIQUE_VIOLATION, { code: 'import.taken_meanwhile' }));
    }
    return moveImport(context, row, 'finish');
  },
});

/** Takes out exactly what the import brought in, or nothing when something has been built on it. */
export const takeBackImport = defineCommand({
  name: 'import.take-back',
  load: loadImport,
  async run(context, input: { id: string }, row) {
    const ids: string[] = [];
    for await (const records of recordsOf(context, row)) ids.push(...records.map(({ id }) => id));
    const reasons = await kindParts[row.kind].takeBack(context, ids).catch((error: unknown) => {
      const { code, table } = error as { code?: string; table?: string };
      if (code !== FOREIGN_KEY_VIOLATION) throw error;
      throw new AppError('refused', { code: 'import.undo_used', params: { table: table ?? '' } });
    });
    if (reasons.length > 0) throw new AppError('refused', reasons);
    return moveImport(context, row, 'finishUndo');
  },
});

async function* recordsOf({ tx }: CommandContext, row: ImportRow) {
  let after = 0;
  for (;;) {
    const rows = await tx
      .withTables<InterchangeTables>()
      .selectFrom('importRows')
      .select(['number', 'record'])
      .where('importId', '=', row.id)
      .where('number', '>', after)
      .where('record', 'is not', null)
      .orderBy('number')
      .limit(CHUNK)
      .execute();
    if (rows.length === 0) return;
    after = rows.at(-1)!.number;
    yield rows.map(({ record }) => record as { id: string });
  }
}

/** Where others have a session of their own, a cancel is seen at once and not only at the end. */
async function stillWanted({ tx }: CommandContext, row: ImportRow): Promise<void> {
  const found = await tx
    .withTables<InterchangeTables>()
    .selectFrom('imports')
    .select(sql<boolean>`true`.as('there'))
    .where('id', '=', row.id)
    .where('status', '=', row.status)
    .executeTakeFirst();
  if (!found) throw new AppError('conflict', { code: 'platform.stale' });
}

const refusedWhen =
  (code: string, reason: { code: string }) =>
  (error: unknown): never => {
    if ((error as { code?: string }).code !== code) throw error;
    throw new AppError('refused', reason);
  };
