import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import { readSheet } from '../../../platform/sheets/read-sheet.ts';
import type { SheetRow } from '../../../platform/sheets/sheet-row.ts';
import { guessMapping } from '../domain/guess-mapping.ts';
import type { ImportKind } from '../domain/import-columns.ts';
import { importWorkflow } from '../domain/import.workflow.ts';
import type { InterchangeTables } from './tables.ts';

export type Upload = {
  kind: ImportKind;
  organisationId: string | null;
  fileName: string;
  content: Uint8Array;
  language: Language;
};

const CHUNK = 1000;

/**
 * Takes a file in: its rows as they stand, and a guess of which column is what. Read row by row
 * within the transaction, so that a file that turns out to be hostile or broken leaves nothing.
 */
export const uploadImport = defineCommand({
  name: 'import.upload',
  load: ({ actor }, { kind, organisationId }: Upload) =>
    Promise.resolve({ kind, organisationId, userId: actor.userId }),
  async run(context, input) {
    const { tx, actor, now, emit } = context;
    const rows = readSheet(input.content, input.fileName);
    const header = await rows.next();
    const columns = header.done ? [] : withoutEmptyEnd(header.value.cells);
    const userId = actor.userId!;
    const remembered = await tx
      .withTables<InterchangeTables>()
      .selectFrom('importMappings')
      .select('headers')
      .where('userId', '=', userId)
      .where('kind', '=', input.kind)
      .executeTakeFirst();
    const id = newId(now.getTime());
    await tx
      .withTables<InterchangeTables>()
      .insertInto('imports')
      .values({
        id,
        kind: input.kind,
        fileName: input.fileName,
        userId,
        organisationId: input.organisationId,
        status: importWorkflow.initial,
        language: input.language,
        columns: JSON.stringify(columns),
        mapping: JSON.stringify(guessMapping(input.kind, columns, remembered?.headers)),
        rowsTotal: 0,
        problems: '[]',
        createdAt: now,
        stepStartedAt: now,
        finishedAt: null,
      })
      .execute();
    const rowsTotal = await stage(context, id, rows, columns.length);
    if (rowsTotal === 0) throw new AppError('invalid', { code: 'sheets.no_rows' });
    await tx
      .withTables<InterchangeTables>()
      .updateTable('imports')
      .set({ rowsTotal })
      .where('id', '=', id)
      .execute();
    emit({
      type: 'import.uploaded',
      subject: { type: 'import', id },
      data: { kind: input.kind, rows: rowsTotal },
    });
    return { id };
  },
});

async function stage(
  { tx }: CommandContext,
  importId: string,
  rows: AsyncGenerator<SheetRow>,
  width: number,
): Promise<number> {
  let count = 0;
  let waiting: { importId: string; number: number; cells: string }[] = [];
  const write = async () => {
    if (waiting.length === 0) return;
    await tx.withTables<InterchangeTables>().insertInto('importRows').values(waiting).execute();
    count += waiting.length;
    waiting = [];
  };
  for await (const { number, cells } of rows) {
    const own = cells.slice(0, width);
    if (own.every((cell) => cell === '')) continue;
    // PostgreSQL's jsonb takes every character but this one.
    const text = JSON.stringify(own).replaceAll('\\u0000', '');
    waiting.push({ importId, number, cells: text });
    if (waiting.length === CHUNK) await write();
  }
  await write();
  return count;
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}
