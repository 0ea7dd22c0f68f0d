import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { takeNotice } from '../../../platform/clocks/step-clocks.ts';
import { turnOf } from '../domain/docking-turn.ts';
import { loadDocking } from './load-docking.ts';
import { goOn } from './pause-docking.ts';
import { clockOf, emitDocking, writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

/**
 * What the clock of a case asks for: a reminder at half time and on the last day, the mark that it is
 * overdue with which it goes to the operators, the end of a pause. The version stays as it is, so
 * that the one who is late can still send the form it has open. Returns whether there was anything.
 */
export const keepDockingClock = defineCommand({
  name: 'docking.keep-clock',
  load: loadDocking,
  async run(context, _input: { id: string }, docking: Docking): Promise<boolean> {
    const notice = await takeNotice(context, clockOf(docking));
    if (notice === undefined) return false;
    if (notice.kind === 'resume') {
      await goOn(context, docking);
      return true;
    }
    const turn = turnOf(docking.status);
    const facts = { dueAt: notice.dueAt.toISOString(), turn };
    if (notice.kind === 'overdue')
      return markOverdue(context, docking, { ...facts, told: notice.told });
    await writeEntry(context, docking, {
      action: 'reminder',
      facts: { ...facts, notice: notice.kind },
    });
    emitDocking(context, docking, `docking.${notice.kind === 'half' ? 'half_time' : 'last_day'}`, {
      turn,
    });
    return true;
  },
});

async function markOverdue(
  context: CommandContext,
  docking: Docking,
  { told, ...facts }: { dueAt: string; turn: string | null; told: boolean },
): Promise<boolean> {
  if (docking.overdueAt !== null) return false;
  const marked = await context.tx
    .withTables<DockingTables>()
    .updateTable('dockings')
    .set({ overdueAt: context.now, escalated: true })
    .where('id', '=', docking.id)
    .where('status', '=', docking.status)
    .where('version', '=', docking.version)
    .executeTakeFirst();
  if (marked.numUpdatedRows !== 1n) return false;
  await writeEntry(context, docking, { action: 'overdue', facts });
  // Who heard nothing on the last day hears it now, with the operators.
  emitDocking(context, docking, 'docking.overdue', { turn: facts.turn, told: told ? 1 : 0 });
  return true;
}
