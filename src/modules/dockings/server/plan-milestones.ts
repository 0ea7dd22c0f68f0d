import { beijingDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import {
  isFixed,
  planProblems,
  planRefusals,
  type Milestone,
  type PlannedMilestone,
} from '../domain/milestone-plan.ts';
import { milestoneWorkflow } from '../domain/milestone.workflow.ts';
import { loadDocking } from './load-docking.ts';
import { nextDue, openCount, readMilestones } from './milestones.ts';
import { changeDocking, emitDocking, requireVersion, writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

type Plan = { id: string; version: number; milestones: PlannedMilestone[]; words: string };

/**
 * The parts of the work, in the place of those planned before. What was accepted or lies before the
 * asker stays as it is. It moves no step; the next part's day becomes the deadline.
 */
export const planMilestones = defineCommand({
  name: 'docking.plan-milestones',
  load: loadDocking,
  async run(context, input: Plan, docking: Docking): Promise<void> {
    const { tx, now } = context;
    const refusals = planRefusals(docking);
    if (refusals.length > 0) throw new AppError('refused', refusals);
    requireVersion(docking, input.version);
    const present = await readMilestones(tx, docking.id);
    const { amountFen } = await tx
      .withTables<DockingTables>()
      .selectFrom('dockingContracts')
      .select('amountFen')
      .where('dockingId', '=', docking.id)
      .executeTakeFirstOrThrow();
    const problems = planProblems(present, input.milestones, {
      amountFen,
      today: beijingDate(now),
    });
    if (problems.length > 0) throw new AppError('invalid', problems);

    await replacePlan(context, docking, present, input.milestones);
    const planned = await readMilestones(tx, docking.id);
    // A clock that stands still goes on with the days it had left.
    const runs = docking.status === 'delivering' && docking.dueAt !== null;
    const due = runs ? await nextDue(tx, planned) : undefined;
    await changeDocking(context, docking, {
      openMilestones: openCount(planned),
      ...(due && { dueAt: due, overdueAt: null, escalated: false }),
    });
    await writeEntry(context, docking, {
      action: 'plan',
      words: input.words,
      facts: {
        count: planned.length,
        amountFen: planned.reduce((sum, milestone) => sum + milestone.amountFen, 0),
      },
    });
    emitDocking(context, docking, 'docking.milestones_planned', { count: planned.length });
  },
});

async function replacePlan(
  { tx, now }: CommandContext,
  docking: Docking,
  present: readonly Milestone[],
  planned: readonly PlannedMilestone[],
): Promise<void> {
  const db = tx.withTables<DockingTables>();
  const kept = new Set(planned.map(({ id }) => id));
  const gone = present.filter(({ id, status }) => !isFixed(status) && !kept.has(id));
  for (const { id } of gone) {
    await db.deleteFrom('dockingMilestones').where('id', '=', id).execute();
  }
  const fixed = present.filter(({ status }) => isFixed(status)).length;
  for (const [index, { id, title, dueOn, amountFen }] of planned.entries()) {
    const words = { title, dueOn, amountFen, position: fixed + index };
    if (id === null)
      await db
        .insertInto('dockingMilestones')
        .values({
          id: newId(now.getTime()),
          dockingId: docking.id,
          status: milestoneWorkflow.initial,
          deliveredAt: null,
          acceptedAt: null,
          isExample: docking.isExample,
          ...words,
        })
        .execute();
    else await db.updateTable('dockingMilestones').set(words).where('id', '=', id).execute();
  }
}
