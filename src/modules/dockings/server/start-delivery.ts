import { beijingDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { loadDocking } from './load-docking.ts';
import { dayEnd, nextDue, readMilestones } from './milestones.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

/** The work begins; the day both sides agreed on becomes the deadline. */
export const startDelivery = defineCommand({
  name: 'docking.start-delivery',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; deliverBy: string; words: string },
    docking: Docking,
  ): Promise<void> {
    if (input.deliverBy < beijingDate(context.now))
      throw new AppError('invalid', { code: 'docking.deliver_by_past' });
    const planned = await nextDue(context.tx, await readMilestones(context.tx, docking.id));
    await takeStep(context, docking, {
      action: 'startDelivery',
      version: input.version,
      words: input.words,
      facts: { deliverBy: input.deliverBy },
      // The first part of a plan is owed before the whole.
      dueAt: planned ?? (await dayEnd(context.tx, input.deliverBy)),
    });
  },
});
