import { sql } from 'kysely';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import { forgetClocks } from '../../../platform/clocks/step-clocks.ts';
import type { CommandTables } from '../../../platform/commands/tables.ts';
import { followDocking } from '../../exchange/index.ts';
import { dockingWorkflow } from '../domain/docking.workflow.ts';
import type { DockingTables } from './tables.ts';

/** In the order in which they refer to each other. */
const contentFirst = [
  'dockingRatings',
  'dockingRegistrations',
  'dockingMeetingConfirmations',
  'dockingMeetingPeople',
  'dockingMeetings',
  'dockingPayments',
  'dockingMilestones',
  'dockingContracts',
  'dockingEntries',
] as const;

/**
 * Takes out the cases marked as example, with their history and the files attached to them. Returns
 * how many cases there were.
 */
export async function removeExampleDockings(context: CommandContext): Promise<number> {
  const db = context.tx.withTables<DockingTables & CommandTables>();
  // A need that is no example itself goes back to the search when its example case goes.
  const open = await db
    .selectFrom('dockings')
    .select('needId')
    .where('isExample', '=', true)
    .where('status', 'not in', dockingWorkflow.final)
    .execute();
  for (const { needId } of open) await followDocking(context, needId, 'ended');
  for (const table of contentFirst) {
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
  const ids = await db.selectFrom('dockings').select('id').where('isExample', '=', true).execute();
  await forgetClocks(
    context.tx,
    'docking',
    ids.map(({ id }) => id),
  );
  const removed = await db.deleteFrom('dockings').where('isExample', '=', true).executeTakeFirst();
  return Number(removed.numDeletedRows);
}
