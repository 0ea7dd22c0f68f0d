import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
let operator: Person;

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  asker = await givenEnterprise(test, { name: '凌峰精密机械', person: '陈望川' });
  holder = await givenEnterprise(test, { name: '渝西热控技术', person: '卓竹筠' });
  broker = await givenRole(test, 'broker', '罗予安');
  operator = await givenRole(test, 'operator', '许知勤');
});
beforeEach(() => test.clock.set(MONDAY));
afterAll(() => test.close());

const cases = (person: Person) => person.api.dockings;

async function givenProposed() {
  const need = await givenPublishedNeed(asker, operator);
  const offer = await givenPublishedAchievement(holder);
  return cases(broker).proposeDocking({
    needId: need.id,
    offerKind: 'achievement',
    offerId: offer.id,
  });
}

/** Who was told of what about a case, in order. */
async function toldAbout(number: string): Promise<[string, string][]> {
  const told = await toldSoFar(test);
  return told
    .filter(({ subject }) => subject.includes(number))
    .map(({ to, subject }) => [to, subject.split(`${number} `)[1]!]);
}
const at = async (moment: string) => {
  test.clock.set(moment);
  await test.app.keepClocks();
  await test.app.keepClocks();
};

describe('silence', () => {
  it('is answered by a reminder at half time, one on the last day, then the operators; each once', async () => {
    const { id, number } = await givenProposed();
    await at('2026-11-24T10:00:00Z');
    expect(await toldAbout(number)).toHaveLength(1);
    await at('2026-11-25T01:01:00Z');
    await at('2026-11-26T01:01:00Z');
    await at('2026-11-26T10:01:00Z');
    await at('2026-11-27T10:01:00Z');
    expect(await toldAbout(number)).toEqual([
      [holder.email, '有人提出对接'],
      [holder.email, '提醒：期限过半'],
      [holder.email, '提醒：今天到期'],
      [operator.email, '对接已过期'],
    ]);
    const { history, escalated } = await cases(asker).getDocking({ id });
    expect(escalated).toBe(true);
    expect(history.map(({ action, facts }) => facts['notice'] ?? action)).toEqual([
      'overdue',
      'end',
      'half',
      'propose',
    ]);
  });

  it('that nobody could remind of is told to the one who is late as well', async () => {
    const { number } = await givenProposed();
    await at('2026-11-30T01:00:00Z');
    const mails = await toldAbout(number);
    const late = mails.filter(([, what]) => what === '对接已过期').map(([to]) => to);
    expect(late.toSorted()).toEqual([holder.email, operator.email].toSorted());
    expect(mails).toHaveLength(3);
  });

  it('ends with the step: what was done in time is not reminded of', async () => {
    const { id, number, version } = await givenProposed();
    await cases(holder).acceptDocking({ id, version });
    await at('2026-11-25T10:00:00Z');
    const told = await toldAbout(number);
    expect(told.filter(([, what]) => what.startsWith('提醒'))).toEqual([
      [broker.email, '提醒：今天到期'],
    ]);
  });
});

describe('a pause', () => {
  const pause = { reasonCode: 'site' as const, words: '等十二月停机检修才能进车间。' };

  it('stops the clock for both sides, says why and until when, and gives the days back', async () => {
    const { id, number, version } = await givenProposed();
    test.clock.set('2026-11-24T02:00:00Z');
    const paused = await cases(holder).pauseDocking({ id, version, ...pause, until: '2026-12-01' });
    expect(paused).toMatchObject({
      due: null,
      pause: { until: '2026-12-01', reasonCode: 'site', words: pause.words, byName: '卓竹筠' },
    });
    expect((await cases(asker).getDocking({ id })).pause).toEqual(paused.pause);
    await at('2026-11-30T10:01:00Z');
    expect((await cases(operator).getDocking({ id })).escalated).toBe(false);
    // It goes on by itself, with the two working days that were left.
    await at('2026-12-01T01:01:00Z');
    const resumed = await cases(asker).getDocking({ id });
    expect(resumed.pause).toBeNull();
    expect(resumed.due).toMatchObject({ at: '2026-12-03T10:00:00.000Z', workingDays: 2 });
    const accepted = await cases(holder).acceptDocking({ id, version: resumed.version });
    expect(accepted.history[0]?.facts).toMatchObject({
      workingDaysUsed: 1,
      workingDaysAllowed: 3,
    });
    expect((await toldAbout(number)).map(([to, what]) => `${to} ${what}`)).toEqual(
      expect.arrayContaining([`${asker.email} 期限暂停了`, `${holder.email} 暂停结束，期限接着算`]),
    );
  });

  it('reaches over holidays and the days worked for them', async () => {
    await sql`insert into settings values
      ('calendar.holidays', '["2026-11-30","2026-12-01"]', now(), 'test'),
      ('calendar.make_up_days', '["2026-12-05"]', now(), 'test')`.execute(test.platform.db);
    const { id, version } = await givenProposed();
    const paused = await cases(broker).pauseDocking({ id, version, ...pause, until: '2026-11-27' });
    test.clock.set('2026-11-27T02:00:00Z');
    const resumed = await cases(broker).resumeDocking({ id, version: paused.version });
    // Three working days after the 27th: 2, 3 and 4 December.
    expect(resumed.due?.at).toBe('2026-12-04T10:00:00.000Z');
    await sql`delete from settings`.execute(test.platform.db);
  });

  it('has a limit for the whole step, must end later than today, and is refused twice', async () => {
    const { id, version } = await givenProposed();
    const refused = (code: string, status: number) => ({ status, data: { reasons: [{ code }] } });
    const stop = (until: string, on = version) =>
      cases(holder).pauseDocking({ id, version: on, ...pause, until });
    await expect(stop('2026-11-23')).rejects.toMatchObject(refused('clock.until_past', 400));
    await expect(stop('2026-12-24')).rejects.toMatchObject(refused('clock.too_long', 400));
    const first = await stop('2026-12-23');
    await expect(stop('2026-12-01', first.version)).rejects.toMatchObject(
      refused('clock.paused_already', 422),
    );
    test.clock.set('2026-12-13T02:00:00Z');
    const on = await cases(asker).resumeDocking({ id, version: first.version });
    await expect(stop('2026-12-24', on.version)).rejects.toMatchObject(
      refused('clock.too_long', 400),
    );
    await expect(stop('2026-12-23', on.version)).resolves.toMatchObject({ due: null });
  });

  it('ends when somebody acts', async () => {
    const { id, version } = await givenProposed();
    const paused = await cases(holder).pauseDocking({ id, version, ...pause, until: '2026-12-01' });
    const accepted = await cases(holder).acceptDocking({ id, version: paused.version });
    expect(accepted).toMatchObject({ status: 'accepted', pause: null, due: { standing: 'left' } });
  });

  it('is there for needs as well', async () => {
    const draft = await asker.api.exchange.draftNeed({
      organisationId: asker.organisationId,
      title: '孔深下午就跑，想稳住',
      description: '加工中心开机一上午，孔深慢慢跑，想全天稳定在一丝以内。',
      regionCode: '500118',
    });
    const { id, version } = await asker.api.exchange.submitNeed({ id: draft.id, version: 1 });
    const paused = await operator.api.exchange.pauseNeed({
      id,
      version,
      reasonCode: 'test',
      words: '等三坐标的检测报告。',
      until: '2026-11-30',
    });
    expect(paused).toMatchObject({ due: null, pause: { reasonCode: 'test' } });
    await at('2026-11-30T01:01:00Z');
    const resumed = await asker.api.exchange.getNeed({ id });
    expect(resumed.due?.at).toBe('2026-12-01T10:00:00.000Z');
    expect(resumed.history.slice(0, 2).map(({ action }) => action)).toEqual(['resume', 'pause']);
  });
});
