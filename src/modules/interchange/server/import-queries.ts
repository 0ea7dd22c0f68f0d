import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import { explain, explainActions, type ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { importColumns } from '../domain/import-columns.ts';
import { importWorkflow } from '../domain/import.workflow.ts';
import { getImportRow } from './load-import.ts';
import type { ImportRow, InterchangeTables } from './tables.ts';

type Paging = { page: number; pageSize: number };

/** What only the job does is nothing to press. */
const pressed = new Set<string>(['check', 'start', 'cancel', 'undo']);

/** An import of the one who asks; for everybody else it is not there. */
export async function getOwnImport(
  { db, guard }: Platform,
  { request }: ApiContext,
  id: string,
): Promise<ImportRow> {
  guard.require(request.actor, 'import.mine');
  const row = await getImportRow(db, id);
  if (!guard.permit(request.actor, row)('import.read').allowed) throw notFound('import');
  return row;
}

export async function getImport(platform: Platform, context: ApiContext, id: string) {
  const { db, guard, clock } = platform;
  const row = await getOwnImport(platform, context, id);
  const { language, translate, request } = context;
  const sample = await db
    .withTables<InterchangeTables>()
    .selectFrom('importRows')
    .select('cells')
    .where('importId', '=', id)
    .orderBy('number')
    .limit(3)
    .execute();
  const actions = importWorkflow
    // Whether bad rows are left out is said when it starts.
    .availableActions({ ...row, leaveOutBad: true }, guard.permit(request.actor, row), clock.now())
    .filter(({ action }) => pressed.has(action));
  return {
    ...summaryOf(row),
    version: row.version,
    organisationId: row.organisationId,
    columns: row.columns,
    mapping: row.mapping,
    fields: importColumns[row.kind]
      // Of the own organisation it is known.
      .filter(({ field }) => row.organisationId === null || field !== 'organisation')
      .map(({ field, header, required, note }) => ({
        field,
        name: header[language],
        required: required ?? false,
        note: note[language],
      })),
    progress: row.progress,
    leaveOutBad: row.leaveOutBad,
    problems: explain(translate, row.problems),
    sample: sample.map(({ cells }) => cells),
    actions: explainActions(translate, actions),
  };
}

export async function listMyImports({ db, guard }: Platform, context: ApiContext, paging: Paging) {
  const { actor } = context.request;
  guard.require(actor, 'import.mine');
  const rows = db
    .withTables<InterchangeTables>()
    .selectFrom('imports')
    .where('userId', '=', actor.userId ?? '');
  const { total } = await rows.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const page = await rows
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(paging.pageSize)
    .offset((paging.page - 1) * paging.pageSize)
    .execute();
  return { items: page.map(summaryOf), total, ...paging };
}

export async function listBadRows(
  platform: Platform,
  context: ApiContext,
  input: Paging & { id: string },
) {
  const row = await getOwnImport(platform, context, input.id);
  const { page, pageSize } = input;
  const rows = await badRows(platform, row.id)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const names = new Map(
    importColumns[row.kind].map(({ field, header }) => [field, header[context.language]]),
  );
  return {
    items: rows.map(({ number, cells, faults }) => ({
      number,
      cells,
      faults: (faults ?? []).map(({ field, text }) => {
        const column = field === null ? -1 : row.mapping.indexOf(field);
        return {
          field,
          text,
          column: column === -1 ? null : column,
          name: field === null ? null : (names.get(field) ?? null),
        };
      }),
    })),
    total: row.rowsBad,
    page,
    pageSize,
  };
}

export const badRows = ({ db }: Platform, importId: string) =>
  db
    .withTables<InterchangeTables>()
    .selectFrom('importRows')
    .select(['number', 'cells', 'faults'])
    .where('importId', '=', importId)
    .where('faults', 'is not', null)
    .orderBy('number');

const summaryOf = (row: ImportRow) => ({
  id: row.id,
  kind: row.kind,
  fileName: row.fileName,
  status: row.status,
  rowsTotal: row.rowsTotal,
  rowsBad: row.rowsBad,
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});
