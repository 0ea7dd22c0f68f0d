import { notFound } from '../../../kernel/errors.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Docking, DockingTables } from './tables.ts';

export const findDockingRow = (db: Db | Tx, id: string): Promise<Docking | undefined> =>
  db
    .withTables<DockingTables>()
    .selectFrom('dockings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();

/** Throws `not_found` when there is no such case. */
export async function getDockingRow(db: Db | Tx, id: string): Promise<Docking> {
  const row = await findDockingRow(db, id);
  if (!row) throw notFound('docking');
  return row;
}

/** The `load` of every command on a case that exists. */
export const loadDocking = (context: { tx: Tx }, input: { id: string }): Promise<Docking> =>
  getDockingRow(context.tx, input.id);
