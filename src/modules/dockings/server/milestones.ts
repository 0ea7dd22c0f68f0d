import { sql } from 'kysely';
import { beijingInstant } from '../../../kernel/calendar.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { workCalendar } from '../../../platform/settings/settings.ts';
import { nextDueOn, type Milestone } from '../domain/milestone-plan.ts';
import { milestoneWorkflow } from '../domain/milestone.workflow.ts';
import type { DockingTables } from './tables.ts';

/** The milestones of a case in the order of the plan, each with what was paid for it. */
export async function readMilestones(db: Db | Tx, dockingId: string): Promise<Milestone[]> {
  const rows = await db
    .withTables<DockingTables>()
    .selectFrom('dockingMilestones')
    .selectAll()
    .select((milestone) =>
      milestone
        .selectFrom('dockingPayments')
        .select(sql<number>`coalesce(sum(amount_fen), 0)::bigint`.as('paid'))
        .whereRef('dockingPayments.milestoneId', '=', 'dockingMilestones.id')
        .as('paidFen'),
    )
    .where('dockingId', '=', dockingId)
    .orderBy('position')
    .execute();
  return rows.map(({ id, title, dueOn, amountFen, status, paidFen }) => ({
    id,
    title,
    dueOn,
    amountFen,
    status,
    paidFen: paidFen ?? 0,
  }));
}

/** One of this case; null for none. Throws `not_found` for one of another. */
export async function findMilestone(
  tx: Tx,
  dockingId: string,
  id: string | null,
): Promise<Milestone | null> {
  if (id === null) return null;
  const found = (await readMilestones(tx, dockingId)).find((milestone) => milestone.id === id);
  if (!found) throw notFound('milestone');
  return found;
}

/** The one that lies before the asker; null where the work was delivered as a whole. */
export const deliveredAmong = (milestones: readonly Milestone[]): Milestone | null =>
  milestones.find(({ status }) => status === 'delivered') ?? null;

/**
 * Moves one milestone by its own workflow. Throws `refused` where that is not possible, and returns
 * all of them as they then stand.
 */
export async function moveMilestone(
  { tx, now }: { tx: Tx; now: Date },
  milestones: readonly Milestone[],
  id: string,
  action: (typeof milestoneWorkflow.actions)[number],
  dueOn?: string,
): Promise<Milestone[]> {
  const before = milestones.find((milestone) => milestone.id === id);
  if (!before) throw notFound('milestone');
  const { from, to } = milestoneWorkflow.transitions[action];
  if (!from.includes(before.status))
    throw new AppError('refused', { code: 'docking.milestone_fixed' });
  await tx
    .withTables<DockingTables>()
    .updateTable('dockingMilestones')
    .set({
      status: to,
      ...(dueOn !== undefined && { dueOn }),
      ...(action === 'deliver' && { deliveredAt: now }),
      ...(action === 'accept' && { acceptedAt: now }),
    })
    .where('id', '=', id)
    .execute();
  return milestones.map((milestone) =>
    milestone.id === id ? { ...milestone, status: to, dueOn: dueOn ?? milestone.dueOn } : milestone,
  );
}

export const openCount = (milestones: readonly Pick<Milestone, 'status'>[]): number =>
  milestones.filter(({ status }) => !milestoneWorkflow.isFinal(status)).length;

/** When the next part is due by the plan; undefined where there is none. */
export async function nextDue(tx: Tx, milestones: readonly Milestone[]): Promise<Date | undefined> {
  const day = nextDueOn(milestones);
  return day === null ? undefined : dayEnd(tx, day);
}

/** The moment at which a working day of the district ends. */
export async function dayEnd(tx: Tx, day: string): Promise<Date> {
  const { dayEnds } = await workCalendar(tx);
  return beijingInstant(day, dayEnds);
}
