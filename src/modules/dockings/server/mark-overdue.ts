import { defineCommand } from '../../../platform/commands/run-command.ts';
import { turnOf } from '../domain/docking-turn.ts';
import { loadDocking } from './load-docking.ts';
import { emitDocking, writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

/**
 * Notes that a step has run out of time and hands the case to the operators, once. The version stays
 * as it is, so that the one who is late can still send the form it has open. Returns whether it did.
 */
export const markOverdue = defineCommand({
  name: 'docking.mark-overdue',
  load: loadDocking,
  async run(context, _input: { id: string }, docking: Docking): Promise<boolean> {
    const { tx, now } = context;
    const { dueAt } = docking;
    if (dueAt === null || dueAt >= now || docking.overdueAt !== null) return false;
    const marked = await tx
      .withTables<DockingTables>()
      .updateTable('dockings')
      .set({ overdueAt: now, escalated: true })
      .where('id', '=', docking.id)
      .where('status', '=', docking.status)
      .where('version', '=', docking.version)
      .where('overdueAt', 'is', null)
      .executeTakeFirst();
    if (marked.numUpdatedRows !== 1n) return false;
    const turn = turnOf(docking.status);
    await writeEntry(context, docking, {
      action: 'overdue',
      facts: { dueAt: dueAt.toISOString(), turn },
    });
    emitDocking(context, docking, 'docking.overdue', { turn });
    return true;
  },
});
