import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';

let test: TestApp;
let asker: Enterprise;
let holder: Enterprise;
let broker: Person;
let operator: Person;

beforeAll(async () => {
  test = await startTestApp({ at: '2026-11-23T02:00:00Z' });
  asker = await givenEnterprise(test);
  holder = await givenEnterprise(test);
  broker = await givenRole(test, 'broker');
  operator = await givenRole(test, 'operator');
});
afterAll(() => test.close());

async function givenProposed(at: string) {
  test.clock.set(at);
  const need = await givenPublishedNeed(asker, operator);
  const offer = await givenPublishedAchievement(holder);
  return broker.api.dockings.proposeDocking({
    needId: need.id,
    offerKind: 'achievement',
    offerId: offer.id,
  });
}
const rate = () => test.api().dockings.getResponseRate({ id: holder.organisationId });
const decline = { reasonCode: 'capacity' as const, words: '这个月排满了。' };

it('counts a yes and a no alike, and silence against; says nothing while there are too few', async () => {
  const yes = await givenProposed('2026-11-23T02:00:00Z');
  await holder.api.dockings.acceptDocking({ id: yes.id, version: 1 });
  const no = await givenProposed('2026-11-23T02:00:00Z');
  await holder.api.dockings.declineDocking({ id: no.id, version: 1, ...decline });
  // Neither what still has time nor what was taken back tells anything.
  const open = await givenProposed('2026-11-23T02:00:00Z');
  const back = await givenProposed('2026-11-23T02:00:00Z');
  await broker.api.dockings.endDocking({
    id: back.id,
    version: 1,
    reasonCode: 'other',
    words: '需求方改了主意。',
  });
  expect(await rate()).toEqual({
    from: '2025-11-23',
    asOf: '2026-11-23',
    proposals: 2,
    inTime: 2,
    rate: null,
  });

  test.clock.set('2026-11-30T02:00:00Z');
  await test.app.keepClocks();
  expect(await rate()).toMatchObject({ proposals: 3, inTime: 2, rate: 2 / 3 });
  // A late answer is an answer, but not one in time.
  await holder.api.dockings.acceptDocking({ id: open.id, version: 1 });
  expect(await rate()).toMatchObject({ proposals: 3, inTime: 2 });
  test.clock.set('2027-11-24T02:00:00Z');
  expect(await rate()).toMatchObject({ proposals: 0, rate: null });
});
