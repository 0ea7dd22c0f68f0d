import { sql } from 'kysely';
import type { Refusal } from '../../../kernel/errors.ts';
import type { Actor } from '../../../kernel/policy.ts';
import type { Db } from '../../../platform/db/database.ts';
import { fieldMessage } from '../../../platform/i18n/field-messages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findNamedIndustry, findRegion, parseRegionName } from '../../reference-data/index.ts';
import { cellValue, type Places } from '../domain/cell-values.ts';
import { importColumns } from '../domain/import-columns.ts';
import { kindParts } from './kinds/kinds.ts';
import type { Draft, Scope } from './kinds/import-kind.ts';
import type { Fault, ImportRow, InterchangeTables } from './tables.ts';

const BATCH = 500;

const places: Places = {
  region: (text) => (/^\d{6}$/.test(text) ? findRegion(text)?.code : parseRegionName(text)),
  industry: (text) => findNamedIndustry(text.replace(/^([A-Ta-t]\d{0,4})\s.*$/u, '$1'))?.code,
};

type Checked = { number: number; record: unknown; faults: Fault[] | null };

/**
 * Judges all rows of an import and keeps the outcome beside each, batch by batch in transactions of
 * their own, so that others are never kept waiting and the progress is seen. Gives the number of bad
 * rows, or undefined when the import was cancelled meanwhile.
 */
export async function checkRows(
  platform: Platform,
  row: ImportRow,
  actor: Actor,
): Promise<number | undefined> {
  const { db } = platform;
  const judge = createJudge(platform, row, actor);
  let after = 0;
  let bad = 0;
  let done = 0;
  for (;;) {
    const batch = await db
      .withTables<InterchangeTables>()
      .selectFrom('importRows')
      .select(['number', 'cells'])
      .where('importId', '=', row.id)
      .where('number', '>', after)
      .orderBy('number')
      .limit(BATCH)
      .execute();
    if (batch.length === 0) return bad;
    const checked = await judge(batch);
    bad += checked.filter(({ faults }) => faults !== null).length;
    done += batch.length;
    after = batch.at(-1)!.number;
    if (!(await keep(db, row, checked, done))) return undefined;
  }
}

function keep(db: Db, row: ImportRow, checked: Checked[], done: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`
      update import_rows set record = given.record, faults = given.faults
      from jsonb_to_recordset(${JSON.stringify(checked)}::jsonb)
        as given(number integer, record jsonb, faults jsonb)
      where import_rows.import_id = ${row.id} and import_rows.number = given.number
    `.execute(tx);
    const noted = await tx
      .withTables<InterchangeTables>()
      .updateTable('imports')
      .set({ progress: done })
      .where('id', '=', row.id)
      .where('status', '=', row.status)
      .executeTakeFirst();
    return noted.numUpdatedRows === 1n;
  });
}

function createJudge({ db, guard, translator }: Platform, row: ImportRow, actor: Actor) {
  const { kind, language, mapping } = row;
  const translate = translator(language);
  const columns = importColumns[kind];
  const columnOf = new Map(columns.map((column) => [column.field, column]));
  const mapped = mapping.map((field) => (field === null ? undefined : columnOf.get(field)));
  const say = (reason: Refusal) => translate(reason.code, reason.params);
  const scope: Scope = {
    organisationId: row.organisationId,
    refuses(record) {
      const decision = guard.permit(actor, { kind, ...record })('import.bring-in');
      return decision.allowed ? undefined : decision.reason;
    },
  };
  const firstWith = new Map<string, number>();

  const draftOf = (cells: readonly string[]) => {
    const faults: Fault[] = [];
    const draft: Record<string, unknown> = {};
    mapped.forEach((column, at) => {
      if (!column) return;
      const read = cellValue(column, cells[at] ?? '', places);
      if (read.ok) draft[column.field] = read.value;
      else faults.push({ field: column.field, text: say(read.reason) });
    });
    return { draft: draft as Draft, faults };
  };

  return async (batch: readonly { number: number; cells: string[] }[]): Promise<Checked[]> => {
    const drafts = batch.map(({ cells }) => draftOf(cells));
    const judge = await kindParts[kind].judge(
      db,
      drafts.map(({ draft }) => draft),
      scope,
    );
    return batch.map(({ number }, at) => {
      const { draft, faults } = drafts[at]!;
      const unread = new Set(faults.map(({ field }) => field));
      const judged = judge(draft);
      for (const { field, reason } of judged.faults) faults.push({ field, text: say(reason) });
      for (const issue of judged.issues) {
        const field = String(issue.path[0] ?? '');
        // A cell that could not be read is missing to the shape as well: one reason is enough.
        if (unread.has(field)) continue;
        faults.push({
          field: columnOf.has(field) ? field : null,
          text: fieldMessage(issue, language),
        });
      }
      for (const key of judged.keys) {
        const first = firstWith.get(key);
        if (first === undefined) firstWith.set(key, number);
        else {
          faults.push({
            field: columns[0]!.field,
            text: say({ code: 'import.twice', params: { row: first } }),
          });
          break;
        }
      }
      return faults.length === 0 && judged.row
        ? { number, record: judged.row, faults: null }
        : { number, record: null, faults };
    });
  };
}
