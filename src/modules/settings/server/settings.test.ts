import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Person,
} from '../../../../tests/support/people.ts';

let test: TestApp;
let operator: Person;
const notice = '国务院办公厅关于部分节假日安排的通知（例）';

beforeAll(async () => {
  test = await startTestApp();
  operator = await givenRole(test, 'operator', '许知勤');
});
afterAll(() => test.close());

it('takes a year of the calendar with its ground, and new deadlines jump over it', async () => {
  const entered = await operator.api.settings.enterCalendar({
    year: 2026,
    holidays: ['2026-11-24', '2026-11-25'],
    makeUpDays: ['2026-11-28'],
    source: notice,
  });
  expect(entered.calendar).toMatchObject([
    {
      year: 2026,
      holidays: ['2026-11-24', '2026-11-25'],
      changes: [{ source: notice, byName: '许知勤' }],
    },
  ]);
  const asker = await givenEnterprise(test);
  const holder = await givenEnterprise(test);
  const need = await givenPublishedNeed(asker, operator);
  const offer = await givenPublishedAchievement(holder);
  const docking = await asker.api.dockings.proposeDocking({
    needId: need.id,
    offerKind: 'achievement',
    offerId: offer.id,
  });
  // Three working days after Monday the 23rd: the 26th, the 27th and Saturday the 28th.
  expect(docking.due?.at).toBe('2026-11-28T10:00:00.000Z');
});

it('refuses a year that cannot be right, at its fields, and changes nothing', async () => {
  const before = await operator.api.settings.getSettings();
  await expect(
    operator.api.settings.enterCalendar({
      year: 2027,
      holidays: ['2026-12-31'],
      makeUpDays: ['2027-01-04'],
      source: notice,
    }),
  ).rejects.toMatchObject({
    status: 400,
    data: { issues: [{ path: 'holidays' }, { path: 'makeUpDays' }] },
  });
  expect(await operator.api.settings.getSettings()).toEqual(before);
});

it('changes the days of a step with a reason, keeps the history, and tells the pages', async () => {
  const key = 'due.docking.answer';
  const initial = (await test.api().settings.getDays())[key];
  await operator.api.settings.changeDays({ key, value: 4, source: '例会定的' });
  const { days } = await operator.api.settings.changeDays({ key, value: 5, source: '再放宽一天' });
  expect(days.find((each) => each.key === key)).toMatchObject({
    value: 5,
    initial,
    changes: [
      { value: 5, source: '再放宽一天' },
      { value: 4, source: '例会定的' },
    ],
  });
  expect((await test.api().settings.getDays())[key]).toBe(5);
  await expect(
    operator.api.settings.changeDays({ key: 'pause.longest_days', value: 200, source: '试试' }),
  ).rejects.toMatchObject({ status: 400, data: { reasons: [{ code: 'settings.too_many' }] } });
});
