import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { attachFile } from '../../../platform/files/file-commands.ts';
import { loadDocking } from './load-docking.ts';
import { findMilestone, moveMilestone, readMilestones } from './milestones.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

type Delivery = {
  id: string;
  version: number;
  /** Which part of the plan; null where the work is delivered as a whole. */
  milestoneId: string | null;
  words: string;
  fileId: string | null;
};

/** Delivered, please look at it: from now on the case waits for the asker. */
export const deliver = defineCommand({
  name: 'docking.deliver',
  load: loadDocking,
  async run(context, input: Delivery, docking: Docking): Promise<void> {
    const { tx } = context;
    const milestone = await findMilestone(tx, docking.id, input.milestoneId);
    if (milestone === null && docking.openMilestones > 0)
      throw new AppError('invalid', { code: 'docking.which_milestone' });
    await takeStep(context, docking, {
      action: 'deliver',
      version: input.version,
      words: input.words,
      ...(input.fileId !== null && { fileId: input.fileId }),
      facts: milestone === null ? {} : { milestone: milestone.title },
    });
    if (milestone !== null)
      await moveMilestone(context, await readMilestones(tx, docking.id), milestone.id, 'deliver');
    if (input.fileId !== null)
      await attachFile(context, input.fileId, { type: 'docking', id: docking.id });
  },
});
