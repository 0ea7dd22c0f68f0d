import { sql } from 'kysely';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { CommandTables } from '../../../platform/commands/tables.ts';
import type { DockingTables } from './tables.ts';

/**
 * Takes out the cases marked as example, with their history and the files attached to them. Returns
 * how many cases there were.
 */
export async function removeExampleDockings({ tx }: CommandContext): Promise<number> {
  const db = tx.withTables<DockingTables & CommandTables>();
  for (const table of ['dockingPayments', 'dockingContracts', 'dockingEntries'] as const) {
    await db.deleteFrom(table).where('isExample', '=', true).execute();
  }
  await db
    .deleteFrom('storedFiles')
    .where('subjectType', '=', 'docking')
    .where('subjectId', 'in', (cases) =>
      cases
        .selectFrom('dockings')
        .select(sql<string>`id::text`.as('id'))
        .where('isExample', '=', true),
    )
    .execute();
  const removed = await db.deleteFrom('dockings').where('isExample', '=', true).executeTakeFirst();
  return Number(removed.numDeletedRows);
}
