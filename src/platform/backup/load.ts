import { CompiledQuery, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Manifest } from './manifest.ts';

/** Rows of one statement: each column is one parameter, so it is memory that counts. */
const ROWS = 500;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const run = (tx: Tx, text: string, values: readonly unknown[] = []) =>
  tx.executeQuery(CompiledQuery.raw(text, [...values]));

type ForeignKey = { name: string; holder: string; definition: string };
export type Loading = {
  rows: (table: string, rows: readonly (string | null)[][]) => Promise<void>;
  /** Puts back what was taken away for the loading, and checks every reference. */
  finish: () => Promise<void>;
};

/**
 * Fills the tables of an empty, migrated database within one transaction. References between tables
 * are taken away first and put back, and so checked, at the end: the order of tables does not matter,
 * and no rights of a superuser are needed.
 */
export async function beginLoading(tx: Tx, { tables, sequences }: Manifest): Promise<Loading> {
  const types = new Map<string, Map<string, string>>();
  for (const { holder, column, type } of await columnsOf(tx)) {
    types.set(holder, (types.get(holder) ?? new Map<string, string>()).set(column, type));
  }
  const references = await foreignKeys(tx);
  for (const { name, holder } of references) {
    await run(tx, `alter table ${quoted(holder)} drop constraint ${quoted(name)}`);
  }
  // Some tables come with rows of their own, and some refuse that rows are taken out.
  for (const table of Object.keys(tables)) {
    await run(tx, `alter table ${quoted(table)} disable trigger user`);
    await run(tx, `delete from ${quoted(table)}`);
  }
  const statements = new Map(
    Object.entries(tables).map(([table, { columns }]) => {
      const list = columns.map(quoted).join(', ');
      const values = columns.map((column) => {
        const type = types.get(table)?.get(column);
        if (type === undefined) throw new Error(`The column ${table}.${column} is not there`);
        return `${quoted(column)}::${type}`;
      });
      const parameters = columns.map((_column, index) => `$${index + 1}::text[]`).join(', ');
      return [
        table,
        `insert into ${quoted(table)} (${list}) overriding system value select ${values.join(', ')} from unnest(${parameters}) as given(${list})`,
      ];
    }),
  );
  return {
    async rows(table, rows) {
      const { columns } = tables[table]!;
      for (let from = 0; from < rows.length; from += ROWS) {
        const part = rows.slice(from, from + ROWS);
        const values = columns.map((_column, index) => part.map((row) => row[index]));
        await run(tx, statements.get(table)!, values);
      }
    },
    async finish() {
      for (const [name, last] of Object.entries(sequences)) {
        if (last !== null)
          await run(tx, 'select setval($1::regclass, $2::bigint)', [quoted(name), last]);
      }
      for (const table of Object.keys(tables)) {
        await run(tx, `alter table ${quoted(table)} enable trigger user`);
      }
      for (const { name, holder, definition } of references) {
        await run(tx, `alter table ${quoted(holder)} add constraint ${quoted(name)} ${definition}`);
      }
    },
  };
}

/** How many rows each of these tables has. */
export async function countRows(
  tx: Tx,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)}`.execute(tx);
    counts[table] = rows[0]!.count;
  }
  return counts;
}

async function columnsOf(tx: Tx): Promise<{ holder: string; column: string; type: string }[]> {
  const { rows } = await sql<{ holder: string; column: string; type: string }>`
    select c.relname as holder, a.attname as "column", format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and a.attnum > 0 and not a.attisdropped`.execute(tx);
  return rows;
}

async function foreignKeys(tx: Tx): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select k.conname as name, c.relname as holder, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conparentid = 0
    order by 1`.execute(tx);
  return rows;
}
