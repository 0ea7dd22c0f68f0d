import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { toldSoFar } from '../../../../tests/support/notices.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';

const MONDAY = '2026-11-23T02:00:00Z';
let test: TestApp;
let asker: Enterprise;
let holder: Enterprise;
let broker: Person;
let deputy: Person;
let operator: Person;

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  asker = await givenEnterprise(test);
  holder = await givenEnterprise(test);
  broker = await givenRole(test, 'broker', '罗予安');
  deputy = await givenRole(test, 'broker', '何见深');
  operator = await givenRole(test, 'operator', '许知勤');
});
beforeEach(() => test.clock.set(MONDAY));
afterAll(() => test.close());

const leave = { from: '2026-11-24', until: '2026-11-26', note: '' };

async function givenProposed() {
  const need = await givenPublishedNeed(asker, operator);
  const offer = await givenPublishedAchievement(holder);
  return broker.api.dockings.proposeDocking({
    needId: need.id,
    offerKind: 'achievement',
    offerId: offer.id,
  });
}

it('hands turns, reminders and the right to act to the deputy, says so, and falls back by itself', async () => {
  const { id, number, version } = await givenProposed();
  const mine = await broker.api.leaves.enterLeave({ ...leave, deputyId: deputy.userId });
  expect(mine.leaves).toMatchObject([{ deputyName: '何见深', from: '2026-11-24' }]);

  // On the day before, all is as ever.
  await expect(deputy.api.dockings.getDocking({ id })).rejects.toMatchObject({ status: 403 });

  test.clock.set('2026-11-24T02:00:00Z');
  await holder.api.dockings.acceptDocking({ id, version });
  const told = (await toldSoFar(test)).filter(({ subject }) => subject.includes(number));
  expect(told.at(-1)?.to).toBe(deputy.email);
  const seen = await asker.api.dockings.getDocking({ id });
  expect(seen).toMatchObject({
    brokerName: '罗予安',
    deputy: { name: '何见深', until: '2026-11-26' },
  });
  const toDo = await deputy.api.dockings.listDockings({ scope: 'mine-to-do' });
  expect(toDo.items.map((each) => each.id)).toContain(id);
  const contacted = await deputy.api.dockings.recordContact({
    id,
    version: version + 1,
    channel: 'phone',
    words: '替罗予安打了电话，双方都愿意谈。',
  });
  expect(contacted.history[0]).toMatchObject({ actorName: '何见深', actorSide: 'broker' });

  test.clock.set('2026-11-27T02:00:00Z');
  await expect(deputy.api.dockings.getDocking({ id })).rejects.toMatchObject({ status: 403 });
  expect((await broker.api.dockings.getDocking({ id })).deputy).toBeNull();
});

it('takes only somebody with the same role nearby, in the order of days, once for a time', async () => {
  const enter = (changes: object) =>
    deputy.api.leaves.enterLeave({ ...leave, deputyId: broker.userId, ...changes });
  const wrong = (code: string, status = 400) => ({ status, data: { reasons: [{ code }] } });
  await expect(enter({ deputyId: operator.userId })).rejects.toMatchObject(wrong('leave.deputy'));
  await expect(enter({ until: '2026-11-23' })).rejects.toMatchObject(wrong('leave.days_order'));
  const entered = await enter({ from: '2026-12-07', until: '2026-12-08' });
  await expect(enter({ from: '2026-12-08', until: '2026-12-09' })).rejects.toMatchObject(
    wrong('leave.overlaps', 422),
  );
  const { leaves } = await deputy.api.leaves.endLeave({ id: entered.leaves[0]!.id });
  expect(leaves).toEqual([]);
});

it('passes on when the deputy is away too, and goes to nobody in a circle', async () => {
  const third = await givenRole(test, 'broker', '第三人');
  test.clock.set('2027-01-04T02:00:00Z');
  const days = { from: '2027-01-04', until: '2027-01-05', note: '' };
  await broker.api.leaves.enterLeave({ ...days, deputyId: deputy.userId });
  await deputy.api.leaves.enterLeave({ ...days, deputyId: third.userId });
  const acting = await third.api.leaves.listMyLeaves();
  expect(acting.actingFor.map(({ name }) => name).toSorted()).toEqual(['何见深', '罗予安']);
  await third.api.leaves.enterLeave({ ...days, deputyId: broker.userId });
  expect((await broker.api.leaves.listMyLeaves()).actingFor).toEqual([]);
});
