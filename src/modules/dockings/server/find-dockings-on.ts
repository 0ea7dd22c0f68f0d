import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { DockingTables } from './tables.ts';

/** Dockings, open or ended, that any of these needs, offers or organisations has a part in. */
export async function findDockingsOn(
  db: Db | Tx,
  ids: readonly string[],
): Promise<{ number: string }[]> {
  return db
    .withTables<DockingTables>()
    .selectFrom('dockings')
    .select('number')
    .where(
      sql<boolean>`need_id = any(${ids}::uuid[]) or offer_id = any(${ids}::uuid[])
        or asker_organisation_id = any(${ids}::uuid[]) or responder_organisation_id = any(${ids}::uuid[])`,
    )
    .orderBy('id')
    .execute();
}
