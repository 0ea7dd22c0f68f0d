import { beijingDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { ReturnReason } from '../domain/milestone.workflow.ts';
import { loadDocking } from './load-docking.ts';
import {
  dayEnd,
  deliveredAmong,
  moveMilestone,
  nextDue,
  openCount,
  readMilestones,
} from './milestones.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

/** The asker takes the part that lies before it; with the last one it completes the case instead. */
export const acceptDelivery = defineCommand({
  name: 'docking.accept-delivery',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; words: string },
    docking: Docking,
  ): Promise<void> {
    const { tx } = context;
    const before = await readMilestones(tx, docking.id);
    const milestone = deliveredAmong(before);
    const after = before.map((each) =>
      each.id === milestone?.id ? { ...each, status: 'accepted' as const } : each,
    );
    const due = await nextDue(tx, after);
    await takeStep(context, docking, {
      action: 'acceptDelivery',
      version: input.version,
      words: input.words,
      facts: milestone === null ? {} : { milestone: milestone.title },
      ...(due && { dueAt: due }),
      openMilestones: openCount(after),
    });
    if (milestone !== null) await moveMilestone(context, before, milestone.id, 'accept');
  },
});

type Return = {
  id: string;
  version: number;
  reasonCode: ReturnReason;
  words: string;
  /** The day by which it is to be delivered again. */
  againBy: string;
};

/** What was delivered goes back with the reason, a sentence and a day. */
export const returnDelivery = defineCommand({
  name: 'docking.return-delivery',
  load: loadDocking,
  async run(context, input: Return, docking: Docking): Promise<void> {
    if (input.againBy < beijingDate(context.now))
      throw new AppError('invalid', { code: 'docking.deliver_by_past' });
    const { tx } = context;
    const milestones = await readMilestones(tx, docking.id);
    const milestone = deliveredAmong(milestones);
    await takeStep(context, docking, {
      action: 'returnDelivery',
      version: input.version,
      words: input.words,
      facts: {
        returnReason: input.reasonCode,
        againBy: input.againBy,
        ...(milestone !== null && { milestone: milestone.title }),
      },
      dueAt: await dayEnd(tx, input.againBy),
    });
    if (milestone !== null)
      await moveMilestone(context, milestones, milestone.id, 'sendBack', input.againBy);
  },
});
