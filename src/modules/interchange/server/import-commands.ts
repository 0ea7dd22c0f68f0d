import { AppError } from '../../../kernel/errors.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { rememberedOf, type Mapping } from '../domain/guess-mapping.ts';
import { importColumns } from '../domain/import-columns.ts';
import { loadImport, moveImport } from './load-import.ts';
import type { InterchangeTables } from './tables.ts';

/** The queue of what imports do by themselves. */
export const IMPORT_JOB = 'import.work';

type Jobs = Pick<Platform, 'jobs'>;
const enqueue = ({ jobs }: Jobs, { tx }: CommandContext, id: string) =>
  jobs.send(tx, IMPORT_JOB, { id });

/** Checks every row with this mapping, and remembers the mapping for the next file. */
export const createCheckImport = (platform: Jobs) =>
  defineCommand({
    name: 'import.check',
    load: loadImport,
    async run(
      context,
      input: { id: string; version: number; mapping: Mapping; language: Language },
      row,
    ) {
      const { tx, now } = context;
      if (row.version !== input.version) throw new AppError('conflict', { code: 'platform.stale' });
      checkMapping(row, input.mapping);
      const remembered = {
        headers: JSON.stringify(rememberedOf(row.columns, input.mapping)),
        updatedAt: now,
      };
      await tx
        .withTables<InterchangeTables>()
        .insertInto('importMappings')
        .values({ userId: row.userId, kind: row.kind, ...remembered })
        .onConflict((conflict) => conflict.columns(['userId', 'kind']).doUpdateSet(remembered))
        .execute();
      await moveImport(context, row, 'check', {
        mapping: JSON.stringify(input.mapping),
        language: input.language,
      });
      await enqueue(platform, context, row.id);
      return { id: row.id };
    },
  });

function checkMapping(
  row: { kind: keyof typeof importColumns; columns: string[]; organisationId: string | null },
  mapping: Mapping,
): void {
  const columns = importColumns[row.kind];
  const chosen = mapping.filter((field) => field !== null);
  const known = chosen.every((field) => columns.some((column) => column.field === field));
  if (mapping.length !== row.columns.length || !known) {
    throw new AppError('invalid', { code: 'import.mapping' });
  }
  if (new Set(chosen).size < chosen.length) {
    throw new AppError('invalid', { code: 'import.mapping_twice' });
  }
  const missing = columns.find(
    ({ field, required }) =>
      required &&
      !chosen.includes(field) &&
      // Of the own organisation it is known.
      !(field === 'organisation' && row.organisationId !== null),
  );
  if (missing) {
    throw new AppError('invalid', {
      code: 'import.mapping_missing',
      params: { column: missing.header['zh-CN'], columnEn: missing.header.en },
    });
  }
}

/** Lets the rows be written, the bad ones left out only when that is said. */
export const createStartImport = (platform: Jobs) =>
  defineCommand({
    name: 'import.start',
    load: loadImport,
    async run(context, input: { id: string; version: number; leaveOutBad: boolean }, row) {
      if (row.version !== input.version) throw new AppError('conflict', { code: 'platform.stale' });
      await moveImport(context, row, 'start', { leaveOutBad: input.leaveOutBad });
      await enqueue(platform, context, row.id);
      return { id: row.id };
    },
  });

export const cancelImport = defineCommand({
  name: 'import.cancel',
  load: loadImport,
  run: (context, _input: { id: string }, row) => moveImport(context, row, 'cancel'),
});

export const createUndoImport = (platform: Jobs) =>
  defineCommand({
    name: 'import.undo',
    load: loadImport,
    async run(context, _input: { id: string }, row) {
      await moveImport(context, row, 'undo');
      await enqueue(platform, context, row.id);
      return { id: row.id };
    },
  });
