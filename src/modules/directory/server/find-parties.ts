import type { Db, Tx } from '../../../platform/db/database.ts';
import type { DirectoryTables } from './tables.ts';

/** Organisations as papers name them, by id. */
export async function findParties(db: Db | Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select(['id', 'name', 'kind', 'uscc', 'regionCode'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
