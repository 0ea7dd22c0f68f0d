import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { toldSoFar } from '../../../../tests/support/notices.ts';
import {
  givenAccount,
  givenEnterprise,
  givenRole,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { checkDirectoryDue } from './check-due.job.ts';

const MONDAY = '2026-11-23T02:00:00Z';
let test: TestApp;
let owner: Enterprise;
beforeAll(async () => {
  test = await startTestApp();
  owner = await givenEnterprise(test, { name: '渝西检测中心', person: '罗予安' });
});
afterAll(() => test.close());

const words = {
  name: '龙门式三坐标测量机',
  category: 'metrology' as const,
  model: 'MPE 1.9 μm',
  abilities: '箱体类零件的尺寸与形位误差测量，出具报告。',
  place: '一号楼恒温间',
  fee: '每小时 260 元',
  regionCode: '500118',
  opening: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '12:00' })),
  slotMinutes: 60,
  leadDays: 2,
  longestMinutes: 120,
};
const given = (change: object = {}) =>
  owner.api.facilities.enterFacility({
    organisationId: owner.organisationId,
    ...words,
    ...change,
  });
/** An hour of Monday 30 November in China. */
const hour = (from: number, length = 1) => ({
  startsAt: `2026-11-30T0${from - 8}:00:00Z`,
  endsAt: `2026-11-30T0${from - 8 + length}:00:00Z`,
});
const book = (person: Person, facilityId: string, time: ReturnType<typeof hour>) =>
  person.api.facilities.requestBooking({ facilityId, ...time, purpose: '测两件箱体的孔距。' });

describe('a facility', () => {
  it('is found by what it can do, by whose it is, by kind and by whether it can be booked', async () => {
    const facility = await given();
    await given({ name: '老式万能试验机', category: 'physical', opening: [] });
    const find = async (query: object) =>
      (await test.api().facilities.listFacilities(query)).items.map(({ name }) => name);
    expect(await find({ q: '形位误差' })).toContain(words.name);
    expect(await find({ q: '渝西检测中心', category: 'physical' })).toEqual(['老式万能试验机']);
    expect(await find({ bookable: 'true' })).not.toContain('老式万能试验机');
    const seen = await test.api().facilities.getFacility({ id: facility.id });
    expect(seen).toMatchObject({
      organisationName: '渝西检测中心',
      bookable: true,
      manages: false,
    });
    const page = await test.api().directory.getOrganisation({ id: owner.organisationId });
    expect(page.facilities.map(({ name }) => name)).toContain(words.name);
  });

  it('is refused with opening hours that make no sense', async () => {
    const monday = (from: string, until: string) => ({ weekday: 1, from, until });
    await expect(given({ opening: [monday('17:00', '09:00')] })).rejects.toMatchObject({
      status: 400,
    });
    await expect(
      given({ opening: [monday('09:00', '12:00'), monday('11:00', '13:00')] }),
    ).rejects.toMatchObject({ status: 400, message: expect.stringContaining('重叠') });
  });

  it('keeps versions like every entry, and rests only when nobody is to come', async () => {
    const facility = await given();
    const changed = await owner.api.facilities.reviseFacility({
      id: facility.id,
      version: facility.version,
      ...words,
      fee: '每小时 300 元',
    });
    const compared = await owner.api.facilities.compareFacility({
      id: facility.id,
      from: 1,
      to: 2,
    });
    expect(compared).toEqual([{ field: 'fee', before: '每小时 260 元', after: '每小时 300 元' }]);
    const person = await givenAccount(test);
    const booking = await book(person, facility.id, hour(9));
    const retire = () =>
      owner.api.facilities.retireFacility({
        id: facility.id,
        version: changed.version,
        reasonCode: 'ceased',
        words: '报废了。',
      });
    await expect(retire()).rejects.toMatchObject({ status: 422 });
    await person.api.facilities.cancelBooking({
      id: booking.id,
      version: booking.version,
      words: '零件没做出来。',
    });
    expect((await retire()).status).toBe('retired');
    await expect(book(person, facility.id, hour(9))).rejects.toMatchObject({ status: 422 });
  });
});

describe('a booking', () => {
  it('is answered by the owner, and each side is told what the other did', async () => {
    const facility = await given({ name: '电波暗室' });
    const person = await givenEnterprise(test, { person: '陈望川' });
    const requested = await book(person, facility.id, hour(9, 2));
    expect(requested).toMatchObject({ status: 'requested', due: { standing: 'left' } });
    await expect(
      person.api.facilities.approveBooking({ id: requested.id, version: requested.version }),
    ).rejects.toMatchObject({ status: 403 });
    const [seen] = await owner.api.facilities.listBookings({ id: facility.id });
    expect(seen).toMatchObject({ bookerName: '陈望川', purpose: '测两件箱体的孔距。' });
    await owner.api.facilities.approveBooking({
      id: requested.id,
      version: requested.version,
      words: '到一楼找小罗。',
    });
    const [mine] = await person.api.facilities.listMyBookings();
    expect(mine).toMatchObject({ status: 'confirmed', answer: '到一楼找小罗。' });
    const refused = await book(person, facility.id, hour(11));
    await owner.api.facilities.refuseBooking({
      id: refused.id,
      version: refused.version,
      words: '那天要检定。',
    });
    await person.api.facilities.cancelBooking({
      id: requested.id,
      version: requested.version + 1,
      words: '改天再来。',
    });
    const told = await toldSoFar(test);
    const subjects = (to: string) =>
      told
        .filter((each) => each.to === to && each.subject.includes('电波暗室'))
        .map((each) => each.subject);
    expect(subjects(owner.email)).toEqual([
      '陈望川想用“电波暗室”，等您确认',
      '陈望川想用“电波暗室”，等您确认',
      '“电波暗室”的预约取消了',
    ]);
    expect(subjects(person.email)).toEqual([
      '“电波暗室”的预约定下来了',
      '“电波暗室”的预约没有通过',
    ]);
  });

  it('stands at once where the owner wants no say, and shows as taken, not by whom', async () => {
    const facility = await given({ needsApproval: false });
    const person = await givenAccount(test);
    expect((await book(person, facility.id, hour(10))).status).toBe('confirmed');
    const { days } = await test.api().facilities.getSlots({ id: facility.id, from: '2026-11-30' });
    expect(days[0]!.slots.map(({ state }) => state)).toEqual(['free', 'taken', 'free']);
    expect(days[5]!.slots).toEqual([]);
    expect(JSON.stringify(days)).not.toContain(person.userId);
  });

  it('is made of whole slots in opening hours, ahead of time, not too long, not on a holiday', async () => {
    const facility = await given();
    const person = await givenAccount(test);
    const refused = (time: object, said: string) =>
      expect(
        person.api.facilities.requestBooking({
          facilityId: facility.id,
          ...hour(9),
          ...time,
          purpose: '测一件零件。',
        }),
      ).rejects.toMatchObject({ status: 422, message: expect.stringContaining(said) });
    await refused({ startsAt: '2026-11-30T01:30:00Z', endsAt: '2026-11-30T02:30:00Z' }, '整段');
    await refused(
      { startsAt: '2026-11-24T01:00:00Z', endsAt: '2026-11-24T02:00:00Z' },
      '提前 2 天',
    );
    await refused({ endsAt: '2026-11-30T04:00:00Z' }, '120 分钟');
    await refused({ startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-20T02:00:00Z' }, '已经过去');
    await test.platform.db.transaction().execute((tx) =>
      writeSetting(tx, {
        key: 'calendar.holidays',
        value: ['2026-11-30'],
        at: test.clock.now(),
        by: 'system',
      }),
    );
    await refused({}, '整段');
    await test.platform.db.transaction().execute((tx) =>
      writeSetting(tx, {
        key: 'calendar.holidays',
        value: [],
        at: test.clock.now(),
        by: 'system',
      }),
    );
  });

  it('never overlaps another, however many ask at the same moment', async () => {
    const facility = await given();
    const people = await Promise.all(Array.from({ length: 6 }, () => givenAccount(test)));
    const times = [hour(9), hour(9, 2), hour(10), hour(10, 2), hour(9), hour(11)];
    const answers = await Promise.allSettled(
      people.map((person, at) => book(person, facility.id, times[at]!)),
    );
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ status: 409 });
    }
    const taken = (await owner.api.facilities.listBookings({ id: facility.id })).map(
      ({ startsAt, endsAt }) => [startsAt, endsAt] as const,
    );
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBe(answers.filter(({ status }) => status === 'fulfilled').length);
    for (const [at, [, ends]] of taken.entries()) {
      const next = taken[at + 1];
      if (next) expect(ends <= next[0]).toBe(true);
    }
  });

  it('that nobody answers is brought to the owner and the operators once', async () => {
    const facility = await given({ name: '盐雾试验箱' });
    const operator = await givenRole(test, 'operator');
    const person = await givenAccount(test);
    await book(person, facility.id, hour(11));
    test.clock.set('2026-11-25T10:01:00Z');
    expect(await checkDirectoryDue(test.platform)).toBeGreaterThan(0);
    expect(await checkDirectoryDue(test.platform)).toBe(0);
    const told = await toldSoFar(test);
    const about = told.filter(({ subject }) => subject === '预约“盐雾试验箱”还没有答复');
    expect(about.map(({ to }) => to).sort()).toEqual([owner.email, operator.email].sort());
    test.clock.set(MONDAY);
  });
});
