import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { DockingTables } from './tables.ts';

/** How many dockings on this achievement have not ended. */
export async function countOpenDockingsOn(db: Db | Tx, achievementId: string): Promise<number> {
  const { count } = await db
    .withTables<DockingTables>()
    .selectFrom('dockings')
    .select(sql<number>`count(*)`.as('count'))
    .where('offerKind', '=', 'achievement')
    .where('offerId', '=', achievementId)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
