import { defineCommand } from '../../../platform/commands/run-command.ts';
import { followDocking } from '../../exchange/index.ts';
import { loadDocking } from './load-docking.ts';
import { deliveredAmong, moveMilestone, readMilestones } from './milestones.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

/**
 * The asker takes what was delivered, or the last part of it; with that its need is answered. No
 * milestone may be open behind it.
 */
export const completeDocking = defineCommand({
  name: 'docking.complete',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; words: string },
    docking: Docking,
  ): Promise<void> {
    const milestones = await readMilestones(context.tx, docking.id);
    const last = deliveredAmong(milestones);
    await takeStep(context, docking, {
      action: 'complete',
      version: input.version,
      words: input.words,
      facts: last === null ? {} : { milestone: last.title },
      openMilestones: 0,
    });
    if (last !== null) await moveMilestone(context, milestones, last.id, 'accept');
    await followDocking(context, docking.needId, 'completed');
  },
});
