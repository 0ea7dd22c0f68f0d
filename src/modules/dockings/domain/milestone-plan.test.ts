import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workflowDiagram } from '../../../kernel/workflow.ts';
import {
  isFixed,
  nextDueOn,
  planProblems,
  planRefusals,
  type Milestone,
} from './milestone-plan.ts';
import { milestoneStatuses, milestoneWorkflow } from './milestone.workflow.ts';
import { dockingStatuses } from './docking.workflow.ts';

const today = '2026-11-23';
const day = fc.constantFrom('2026-11-20', '2026-11-23', '2026-12-18', '2027-02-26');
const amount = fc.integer({ min: 0, max: 1_000 });
const milestones = fc
  .array(
    fc.record({ status: fc.constantFrom(...milestoneStatuses), dueOn: day, amountFen: amount }),
    { maxLength: 6 },
  )
  .map((given) =>
    given.map((each, index): Milestone => ({
      ...each,
      id: `m${index}`,
      title: '一部分',
      paidFen: 0,
    })),
  );
const planned = fc.array(
  fc.record({
    id: fc.constantFrom(null, 'm0', 'm1', 'm2', 'elsewhere'),
    title: fc.constant('一部分'),
    dueOn: day,
    amountFen: amount,
  }),
  { maxLength: 6 },
);

describe('a plan of milestones', () => {
  it('that has no problem keeps to the contract, to the future, and off what is fixed', () => {
    fc.assert(
      fc.property(milestones, planned, amount, (present, given, amountFen) => {
        fc.pre(planProblems(present, given, { amountFen, today }).length === 0);
        const fixed = present.filter(({ status }) => isFixed(status));
        const sum = [...fixed, ...given].reduce((all, each) => all + each.amountFen, 0);
        expect(sum).toBeLessThanOrEqual(amountFen);
        for (const each of given) {
          const before = present.find(({ id }) => id === each.id);
          expect(each.dueOn >= today || before?.dueOn === each.dueOn).toBe(true);
          expect(fixed.some(({ id }) => id === each.id)).toBe(false);
        }
      }),
    );
  });

  it('neither drops nor lowers a part under what was paid for it', () => {
    const part: Milestone = {
      id: 'm0',
      title: '试装',
      dueOn: '2026-12-18',
      amountFen: 500,
      status: 'planned',
      paidFen: 300,
    };
    const contract = { amountFen: 1_000, today };
    const codes = (given: Parameters<typeof planProblems>[1]) =>
      planProblems([part], given, contract).map(({ code }) => code);
    expect(codes([])).toEqual(['docking.milestone_paid']);
    expect(codes([{ ...part, amountFen: 299 }])).toEqual(['docking.milestone_paid']);
    expect(codes([{ ...part, amountFen: 300 }])).toEqual([]);
  });

  it('is written between the contract and the end, never over a delivery', () => {
    const open = dockingStatuses.filter((status) => planRefusals({ status }).length === 0);
    expect(open).toEqual(['contracted', 'delivering']);
  });

  it('owes the earliest part that is not accepted', () => {
    const part = (dueOn: string, status: Milestone['status']) => ({ dueOn, status });
    expect(nextDueOn([part('2027-02-26', 'planned'), part('2026-12-18', 'returned')])).toBe(
      '2026-12-18',
    );
    expect(nextDueOn([part('2026-12-18', 'accepted')])).toBeNull();
  });
});

it('a milestone goes back and forth until it is accepted', () => {
  expect(workflowDiagram(milestoneWorkflow)).toContain('delivered --> returned: sendBack');
  expect(milestoneWorkflow.isFinal('accepted')).toBe(true);
});
