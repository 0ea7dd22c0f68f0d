import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { dueFrom } from '../../../platform/settings/settings.ts';
import { takeRefusals } from '../domain/docking-actions.ts';
import { turnOf } from '../domain/docking-turn.ts';
import { dockingWorkflow } from '../domain/docking.workflow.ts';
import { loadDocking } from './load-docking.ts';
import { changeDocking, emitDocking, requireVersion, writeEntry } from './step.ts';
import type { Docking } from './tables.ts';

/**
 * A broker takes on a case that has none. Where the broker is whom it waits for, the step's time
 * starts with this; that it had run out before stays in the history.
 */
export const takeDocking = defineCommand({
  name: 'docking.take',
  load: loadDocking,
  async run(context, input: { id: string; version: number }, docking: Docking): Promise<void> {
    const refusals = takeRefusals(docking);
    if (refusals.length > 0) throw new AppError('refused', refusals);
    requireVersion(docking, input.version);
    const { tx, now, actor } = context;
    const starts = turnOf(docking.status) === 'broker';
    const due = dockingWorkflow.states[docking.status].due;
    await changeDocking(context, docking, {
      brokerId: actor.userId,
      ...(starts && {
        stepStartedAt: now,
        dueAt: await dueFrom(tx, now, due),
        overdueAt: null,
        escalated: false,
      }),
    });
    const taken = { ...docking, brokerId: actor.userId };
    await writeEntry(context, taken, { action: 'take' });
    emitDocking(context, taken, 'docking.taken');
  },
});
