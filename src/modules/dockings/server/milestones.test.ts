import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  cases,
  givenCaseWorld,
  reason,
  upload,
  type CaseWorld,
} from '../../../../tests/support/dockings.ts';

const MONDAY = '2026-11-23T02:00:00Z';
let test: TestApp;
let world: CaseWorld;

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  world = await givenCaseWorld(test);
});
afterEach(() => test.clock.set(MONDAY));
afterAll(() => test.close());

const parts = [
  { title: '一台机试装', dueOn: '2026-12-18', amountFen: 20_000_000 },
  { title: '五台机推广', dueOn: '2027-02-26', amountFen: 28_000_000 },
];

/** A case whose work has two parts. */
async function givenPlan() {
  const { id, version } = await world.givenDelivery();
  return cases(world.broker).planMilestones({ id, version, milestones: parts });
}
type Planned = Awaited<ReturnType<typeof givenPlan>>;
const step = ({ id, version }: Planned) => ({ id, version });

describe('milestones', () => {
  it('carry the work from part to part, each delivered, looked at and paid, to the end', async () => {
    const planned = await givenPlan();
    const { id, milestones } = planned;
    expect(planned.due?.at).toBe('2026-12-18T10:00:00.000Z');

    const fileId = await upload(world.holder, '试装报告.pdf');
    const first = { milestoneId: milestones[0]!.id, words: '试装完成，连测两周。', fileId };
    const delivered = await cases(world.holder).deliver({ ...step(planned), ...first });
    expect(delivered).toMatchObject({
      status: 'delivered',
      turn: 'asker',
      milestones: [{ status: 'delivered' }, { status: 'planned' }],
    });
    expect(delivered.stages.find(({ state }) => state === 'current')?.status).toBe('delivering');
    const mayNow = delivered.actions.find(({ action }) => action === 'complete');
    expect(mayNow?.reasons.some(({ code }) => code === 'docking.milestones_open')).toBe(true);

    const back = await cases(world.asker).returnDelivery({
      ...step(delivered),
      reasonCode: 'metric_short',
      words: '第二周平均 1.4 丝，超过约定的 1 丝。',
      againBy: '2026-12-25',
    });
    expect(back).toMatchObject({
      status: 'delivering',
      due: { at: '2026-12-25T10:00:00.000Z' },
      milestones: [{ status: 'returned', dueOn: '2026-12-25' }, { status: 'planned' }],
    });
    expect(back.history[0]!.facts).toMatchObject({ returnReason: 'metric_short' });

    const again = await cases(world.holder).deliver({
      ...step(back),
      milestoneId: milestones[0]!.id,
      words: '换了温度测点，重测合格。',
    });
    const accepted = await cases(world.asker).acceptDelivery(step(again));
    expect(accepted).toMatchObject({
      status: 'delivering',
      due: { at: '2027-02-26T10:00:00.000Z' },
      milestones: [{ status: 'accepted' }, { status: 'planned' }],
    });

    const pay = {
      amountFen: 20_000_000,
      paidOn: '2026-11-23',
      milestoneId: milestones[0]!.id,
      fileId: await upload(world.asker, '回单.pdf'),
    };
    const paid = await cases(world.asker).recordPayment({ ...step(accepted), ...pay });
    expect(paid.milestones[0]!.paidFen).toBe(20_000_000);

    const last = await cases(world.holder).deliver({
      ...step(paid),
      milestoneId: milestones[1]!.id,
      words: '五台都装好了。',
    });
    // The last one is taken by completing the case.
    await expect(cases(world.asker).acceptDelivery(step(last))).rejects.toMatchObject(
      reason('docking.last_delivery'),
    );
    const done = await cases(world.asker).completeDocking({ ...step(last), words: '全部达标。' });
    expect(done).toMatchObject({
      status: 'completed',
      milestones: [{ status: 'accepted' }, { status: 'accepted' }],
    });
    const need = await world.asker.api.exchange.getNeed({ id: done.needId });
    expect(need.status).toBe('closed');
    await expect(
      cases(world.broker).planMilestones({ id, version: done.version, milestones: parts }),
    ).rejects.toMatchObject(reason('workflow.ended'));
  });

  it('never come to more than the contract, nor is one paid more than it is worth', async () => {
    const { id, version, milestones } = await givenPlan();
    const plan = (given: (typeof parts)[number][]) =>
      cases(world.broker).planMilestones({ id, version, milestones: given });
    const more = parts.map((part) => ({ ...part, amountFen: part.amountFen + 1 }));
    await expect(plan(more)).rejects.toMatchObject(reason('docking.milestones_too_much', 400));
    await expect(plan([{ ...parts[0]!, dueOn: '2026-11-20' }])).rejects.toMatchObject(
      reason('docking.milestone_past', 400),
    );
    await expect(
      cases(world.asker).recordPayment({
        id,
        version,
        amountFen: 20_000_001,
        paidOn: '2026-11-23',
        milestoneId: milestones[0]!.id,
        fileId: await upload(world.asker),
      }),
    ).rejects.toMatchObject(reason('docking.paid_over_milestone', 400));
  });

  it('may be planned anew, but not over what lies before the asker or was taken', async () => {
    const planned = await givenPlan();
    const [first, second] = planned.milestones;
    const delivered = await cases(world.holder).deliver({
      ...step(planned),
      milestoneId: first!.id,
      words: '试装完成。',
    });
    await expect(
      cases(world.asker).planMilestones({ ...step(delivered), milestones: [] }),
    ).rejects.toMatchObject(reason('docking.delivery_waits'));
    const accepted = await cases(world.asker).acceptDelivery(step(delivered));
    const rest = [
      { ...parts[1]!, id: second!.id, amountFen: 10_000_000 },
      { title: '培训两天', dueOn: '2027-01-15', amountFen: 1_000_000 },
    ];
    const anew = await cases(world.asker).planMilestones({ ...step(accepted), milestones: rest });
    expect(anew.milestones.map(({ title, status }) => [title, status])).toEqual([
      ['一台机试装', 'accepted'],
      ['五台机推广', 'planned'],
      ['培训两天', 'planned'],
    ]);
    expect(anew.due?.at).toBe('2027-01-15T10:00:00.000Z');
    await expect(
      cases(world.asker).planMilestones({
        ...step(anew),
        milestones: [{ ...parts[0]!, id: first!.id }],
      }),
    ).rejects.toMatchObject(reason('docking.milestone_fixed', 400));
  });

  it('are not needed: work may be delivered and taken as a whole', async () => {
    const begun = await world.givenDelivery();
    const delivered = await cases(world.holder).deliver({ ...step(begun), words: '全部装好了。' });
    expect(delivered).toMatchObject({ status: 'delivered', waitingFor: '凌峰精密机械' });
    const back = await cases(world.asker).returnDelivery({
      ...step(delivered),
      reasonCode: 'documents',
      words: '缺操作手册。',
      againBy: '2026-12-04',
    });
    expect(back.due?.at).toBe('2026-12-04T10:00:00.000Z');
    const done = await cases(world.asker).completeDocking({ ...step(back), words: '手册补来了。' });
    expect(done.status).toBe('completed');
  });
});
