import { AppError } from '../../../kernel/errors.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { dueFrom } from '../../../platform/settings/settings.ts';
import { holdsRole } from '../../identity/index.ts';
import { assignRefusals, takeRefusals } from '../domain/docking-actions.ts';
import { turnOf } from '../domain/docking-turn.ts';
import { dockingWorkflow } from '../domain/docking.workflow.ts';
import { loadDocking } from './load-docking.ts';
import { changeDocking, emitDocking, requireVersion, writeEntry } from './step.ts';
import type { Docking } from './tables.ts';

/** A broker takes on a case that has none. */
export const takeDocking = defineCommand({
  name: 'docking.take',
  load: loadDocking,
  async run(context, input: { id: string; version: number }, docking: Docking): Promise<void> {
    const refusals = takeRefusals(docking);
    if (refusals.length > 0) throw new AppError('refused', refusals);
    requireVersion(docking, input.version);
    await giveTo(context, docking, context.actor.userId!, 'take');
  },
});

/** An operator names the broker of a case that has none, or another one for a case that is stuck. */
export const assignDocking = defineCommand({
  name: 'docking.assign',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; brokerId: string; words: string },
    docking: Docking,
  ): Promise<void> {
    const refusals = assignRefusals(docking, input.brokerId);
    if (refusals.length > 0) throw new AppError('refused', refusals);
    requireVersion(docking, input.version);
    const { tx, now } = context;
    const wanted = { userId: input.brokerId, role: 'broker' as const, region: docking.regionCode };
    if (!(await holdsRole(tx, wanted, now))) {
      throw new AppError('invalid', { code: 'docking.not_a_broker' }, [
        { path: 'brokerId', message: input.brokerId },
      ]);
    }
    await giveTo(context, docking, input.brokerId, 'assign', input.words);
  },
});

/**
 * Where the broker is whom the case waits for, the step's time starts with the new one; that it had
 * run out before stays in the history.
 */
async function giveTo(
  context: CommandContext,
  docking: Docking,
  brokerId: string,
  action: 'take' | 'assign',
  words?: string,
): Promise<void> {
  const { tx, now } = context;
  const due = dockingWorkflow.states[docking.status].due;
  await changeDocking(context, docking, {
    brokerId,
    ...(turnOf(docking.status) === 'broker' && {
      stepStartedAt: now,
      dueAt: await dueFrom(tx, now, due),
      overdueAt: null,
      escalated: false,
    }),
  });
  const taken = { ...docking, brokerId };
  await writeEntry(context, taken, { action, words });
  emitDocking(context, taken, 'docking.taken');
}
