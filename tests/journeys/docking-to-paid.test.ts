import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { cases, givenCaseWorld, upload, type Case, type CaseWorld } from '../support/dockings.ts';
import { toldSoFar } from '../support/notices.ts';

/**
 * One case from the proposal to the first paid part of the work, told over five weeks by a clock
 * that is moved: what is done in time is not reminded of, and silence is.
 */
let test: TestApp;
let world: CaseWorld;

beforeAll(async () => {
  test = await startTestApp({ at: '2026-11-23T02:00:00Z' });
  world = await givenCaseWorld(test);
});
afterAll(() => test.close());

const step = ({ id, version }: Case) => ({ id, version });

/** Moves on to a moment in China, with everything that the clocks of the platform do until then. */
async function at(day: string, time = '10:00'): Promise<void> {
  test.clock.set(new Date(`${day}T${time}:00+08:00`).toISOString());
  await test.app.keepClocks();
}
async function remindersOf({ number }: Case): Promise<[string, string][]> {
  const told = await toldSoFar(test);
  return told
    .filter(({ subject }) => subject.startsWith(`${number} 提醒`))
    .map(({ to, subject }) => [to, subject.slice(number.length + 1)]);
}

it('a docking goes from the proposal to a paid milestone, and each is reminded who keeps silent', async () => {
  const { asker, holder, broker } = world;
  const proposed = await world.propose(broker);
  const { id, number } = proposed;

  // Three working days to answer; the holder waits until it is reminded.
  await at('2026-11-25');
  expect(await remindersOf(proposed)).toEqual([[holder.email, '提醒：期限过半']]);
  await cases(holder).acceptDocking(step(proposed));
  await cases(broker).recordContact({
    id,
    version: 2,
    channel: 'phone',
    words: '双方约在下周二看现场。',
  });

  // A meeting in the calendars of both, held and minuted: with that the case has met.
  const people = [asker.userId, holder.userId];
  const arranged = await cases(broker).proposeMeeting({
    id,
    place: '凌峰精密二车间',
    beginsAt: '2026-12-01T14:00:00+08:00',
    endsAt: '2026-12-01T15:30:00+08:00',
    agenda: '看现场，量一次冷热机差。',
    people,
  });
  const meetingId = arranged.meetings[0]!.id;
  await cases(asker).answerMeeting({ id, meetingId, comes: true });
  await cases(holder).answerMeeting({ id, meetingId, comes: true });
  await at('2026-12-01', '16:00');
  const met = await cases(broker).recordMinutes({
    id,
    meetingId,
    attended: [...people, broker.userId],
    others: 2,
    words: '现场测得冷热机差 34 μm，换型停机不超过两小时可接受。',
  });
  expect(met).toMatchObject({ status: 'met', waitingFor: '凌峰精密机械' });
  await cases(asker).confirmMinutes({ id, meetingId });

  // The asker forgets to decide until half of its five days are over.
  await at('2026-12-04');
  expect((await remindersOf(proposed)).at(-1)).toEqual([asker.email, '提醒：期限过半']);
  const negotiating = await cases(asker).startNegotiation(step(met));
  const signed = await cases(broker).recordContract({
    ...step(negotiating),
    type: 'service',
    amountFen: 48_000_000,
    deductions: [{ what: '测温传感器', amountFen: 7_000_000 }],
    signedOn: '2026-12-04',
    fileId: await upload(broker),
  });
  expect(signed.contract!.technologyAmountFen).toBe(41_000_000);
  const planned = await cases(broker).planMilestones({
    ...step(signed),
    milestones: [
      { title: '一台机试装', dueOn: '2026-12-18', amountFen: 20_000_000 },
      { title: '五台机推广', dueOn: '2027-02-26', amountFen: 28_000_000 },
    ],
  });
  const begun = await cases(holder).startDelivery({ ...step(planned), deliverBy: '2027-02-26' });
  expect(begun.due!.at).toBe('2026-12-18T10:00:00.000Z');

  // The first part is owed on the 18th; that morning the holder is reminded.
  await at('2026-12-18', '09:30');
  expect((await remindersOf(proposed)).at(-1)).toEqual([holder.email, '提醒：今天到期']);
  const delivered = await cases(holder).deliver({
    ...step(begun),
    milestoneId: begun.milestones[0]!.id,
    words: '试装完成，连测一周，全天稳定在 1 丝以内。',
    fileId: await upload(holder, '试装报告.pdf'),
  });
  expect(delivered).toMatchObject({ status: 'delivered', waitingFor: '凌峰精密机械' });
  const accepted = await cases(asker).acceptDelivery(step(delivered));
  const paid = await cases(asker).recordPayment({
    ...step(accepted),
    amountFen: 20_000_000,
    paidOn: '2026-12-18',
    milestoneId: begun.milestones[0]!.id,
    fileId: await upload(asker, '回单.pdf'),
  });
  expect(paid).toMatchObject({
    status: 'delivering',
    due: { at: '2027-02-26T10:00:00.000Z' },
    milestones: [
      { status: 'accepted', paidFen: 20_000_000 },
      { status: 'planned', paidFen: 0 },
    ],
  });

  // Each heard once of the own silence, and nothing ever went to the operators.
  expect(await remindersOf(proposed)).toEqual([
    [holder.email, '提醒：期限过半'],
    [broker.email, '提醒：期限过半'],
    [asker.email, '提醒：期限过半'],
    [holder.email, '提醒：今天到期'],
  ]);
  const told = await toldSoFar(test);
  expect(told.some(({ subject }) => subject.includes(number) && subject.includes('过期'))).toBe(
    false,
  );
  const { stages } = await test.api().dockings.getFunnel({ from: '2026-11-23', to: '2026-12-18' });
  expect(Object.fromEntries(stages.map(({ stage, count }) => [stage, count]))).toMatchObject({
    contacted: 1,
    met: 1,
    contracted: 1,
    paid: 1,
  });
});
