import { notFound } from '../../../kernel/errors.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { ExchangeTables } from './tables.ts';

export async function getVisitRow(db: Db | Tx, id: string) {
  const row = await db
    .withTables<ExchangeTables>()
    .selectFrom('visits')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('visit');
  return row;
}
