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
    .where('isExample', '=', true)
    .where('subjectType', '=', 'docking')
    .execute();
  const removed = await db.deleteFrom('dockings').where('isExample', '=', true).executeTakeFirst();
  return Number(removed.numDeletedRows);
}
