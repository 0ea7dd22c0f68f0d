import type { Refusal } from '../../../kernel/errors.ts';
import type { IsoDate } from '../../../kernel/calendar.ts';
import type { DockingStatus } from './docking.workflow.ts';
import { milestoneWorkflow, type MilestoneStatus } from './milestone.workflow.ts';

export type Milestone = {
  id: string;
  title: string;
  dueOn: IsoDate;
  amountFen: number;
  status: MilestoneStatus;
  /** What was paid for it so far, in fen. */
  paidFen: number;
};
export type PlannedMilestone = {
  /** Of one that stands already; null for a new one. */
  id: string | null;
  title: string;
  dueOn: IsoDate;
  amountFen: number;
};

export const MAX_MILESTONES = 20;

const ended: Refusal = { code: 'workflow.ended' };

/** When the plan may be written, permission aside: from the contract on, but not over a delivery. */
export function planRefusals({ status }: { status: DockingStatus }): Refusal[] {
  if (status === 'contracted' || status === 'delivering') return [];
  if (status === 'delivered') return [{ code: 'docking.delivery_waits' }];
  return status === 'completed' || status === 'failed' || status === 'declined'
    ? [ended]
    : [{ code: 'docking.plan_later' }];
}

/** Nobody plans over what has been looked at or is being looked at. */
export const isFixed = (status: MilestoneStatus): boolean =>
  milestoneWorkflow.isFinal(status) || status === 'delivered';

/**
 * Reasons against putting `planned` in the place of every milestone that is not fixed; amounts in
 * fen. The parts together never come to more than the contract, and none to less than was paid for it.
 */
export function planProblems(
  present: readonly Milestone[],
  planned: readonly PlannedMilestone[],
  contract: { amountFen: number; today: IsoDate },
): Refusal[] {
  const fixed = present.filter(({ status }) => isFixed(status));
  const kept = new Map(present.map((milestone) => [milestone.id, milestone]));
  const problems = new Map<string, Refusal>();
  const add = (refusal: Refusal) => problems.set(refusal.code, refusal);

  const ids = planned.flatMap(({ id }) => id ?? []);
  const isForeign = ids.some((id) => !kept.has(id) || isFixed(kept.get(id)!.status));
  if (isForeign || new Set(ids).size !== ids.length) add({ code: 'docking.milestone_fixed' });
  if (fixed.length + planned.length > MAX_MILESTONES)
    add({ code: 'docking.milestones_many', params: { most: MAX_MILESTONES } });
  for (const milestone of planned) {
    const before = milestone.id === null ? undefined : kept.get(milestone.id);
    // A day that has passed may stay as it was; nobody sets one anew.
    if (milestone.dueOn < contract.today && before?.dueOn !== milestone.dueOn)
      add({ code: 'docking.milestone_past' });
  }
  const paidFor = new Map(planned.map(({ id, amountFen }) => [id, amountFen]));
  if (present.some((milestone) => isUnderpaid(milestone, paidFor)))
    add({ code: 'docking.milestone_paid' });
  const amount = [...fixed, ...planned].reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (amount > contract.amountFen) add({ code: 'docking.milestones_too_much' });
  return [...problems.values()];
}

const isUnderpaid = (milestone: Milestone, planned: ReadonlyMap<string | null, number>): boolean =>
  !isFixed(milestone.status) &&
  milestone.paidFen > 0 &&
  (planned.get(milestone.id) ?? 0) < milestone.paidFen;

/** The day by which the next part is owed; null when all is accepted or nothing was planned. */
export const nextDueOn = (milestones: readonly Pick<Milestone, 'dueOn' | 'status'>[]) =>
  milestones
    .filter(({ status }) => !milestoneWorkflow.isFinal(status))
    .map(({ dueOn }) => dueOn)
    .toSorted()[0] ?? null;
