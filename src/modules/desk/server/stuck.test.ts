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
let farOperator: Person;

beforeAll(async () => {
  test = await startTestApp({ at: '2026-11-23T02:00:00Z' });
  asker = await givenEnterprise(test, { name: '凌峰精密机械' });
  holder = await givenEnterprise(test, { name: '渝西热控技术' });
  broker = await givenRole(test, 'broker');
  operator = await givenRole(test, 'operator');
  farOperator = await givenRole(test, 'operator', '外区', '500117');
});
afterAll(() => test.close());

const holders = async (person: Person) => (await person.api.desk.listStuck({})).holders;

it('finds what is overdue or silent in the operator’s regions, by the one who holds it', async () => {
  const need = await givenPublishedNeed(asker, operator);
  const offer = await givenPublishedAchievement(holder);
  const docking = await broker.api.dockings.proposeDocking({
    needId: need.id,
    offerKind: 'achievement',
    offerId: offer.id,
  });
  const lonely = await givenPublishedNeed(asker, operator, { title: '没有人管的这一条需求' });
  expect(await holders(operator)).toEqual([]);

  test.clock.set('2026-11-27T10:01:00Z');
  const stuck = await holders(operator);
  expect(stuck.map(({ name, things }) => [name, things.map(({ id }) => id)])).toEqual(
    expect.arrayContaining([
      ['渝西热控技术', [docking.id]],
      ['运营员', [lonely.id]],
    ]),
  );
  expect(stuck.flatMap(({ things }) => things.map(({ standing }) => standing))).toEqual([
    'overdue',
    'overdue',
  ]);
  expect(await holders(farOperator)).toEqual([]);

  // What waits with a reason is not stuck; long silence is, though there is time.
  await operator.api.dockings.pauseDocking({
    id: docking.id,
    version: docking.version,
    reasonCode: 'test',
    words: '等检测报告出来。',
    until: '2026-12-20',
  });
  expect((await holders(operator)).map(({ name }) => name)).toEqual(['运营员']);
});
