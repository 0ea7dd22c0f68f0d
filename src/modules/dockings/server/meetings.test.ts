import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  cases,
  givenCaseWorld,
  reason,
  upload,
  type CaseWorld,
} from '../../../../tests/support/dockings.ts';
import type { Person } from '../../../../tests/support/people.ts';

const MONDAY = '2026-11-23T02:00:00Z';
const AFTERWARDS = '2026-11-25T08:00:00Z';
let test: TestApp;
let world: CaseWorld;

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  world = await givenCaseWorld(test);
});
afterEach(() => test.clock.set(MONDAY));
afterAll(() => test.close());

const plan = {
  place: '凌峰精密二车间',
  beginsAt: '2026-11-25T14:00:00+08:00',
  endsAt: '2026-11-25T15:30:00+08:00',
  agenda: '看现场，量一次冷热机差。',
};
const everybody = () => [world.asker.userId, world.holder.userId, world.broker.userId];

async function givenMeeting(by: Person = world.broker) {
  const { id } = await world.givenContact();
  const docking = await cases(by).proposeMeeting({ id, ...plan, people: everybody() });
  return { id, meetingId: docking.meetings[0]!.id, docking };
}

type Queued = { to: string; subject: string; calendar?: { method: string; content: string } };
async function invitations(meetingId: string): Promise<Queued[]> {
  await test.settle();
  const { rows } = await sql<{ data: Queued }>`
    select data from jobs.job where name = 'mail.send' order by created_on`.execute(
    test.platform.db,
  );
  return rows
    .map(({ data }) => data)
    .filter(({ calendar }) => calendar?.content.includes(meetingId));
}
const valueIn = (mail: Queued, name: string) =>
  new RegExp(`^${name}:(.*)$`, 'm').exec(mail.calendar!.content)?.[1]?.trim();

describe('a meeting', () => {
  it('is in the calendars of all who are asked, moves there and is called off there', async () => {
    const { id, meetingId } = await givenMeeting();
    const asked = await invitations(meetingId);
    expect(asked.map(({ to }) => to).sort()).toEqual(
      [world.asker, world.holder, world.broker].map(({ email }) => email).sort(),
    );
    expect(asked[0]!.calendar!.method).toBe('request');
    expect(valueIn(asked[0]!, 'DTSTART')).toBe('20261125T060000Z');

    const seen = { id, meetingId, sequence: 0 };
    const later = {
      ...plan,
      beginsAt: '2026-11-26T14:00:00+08:00',
      endsAt: '2026-11-26T15:00:00+08:00',
    };
    await cases(world.broker).changeMeeting({ ...seen, ...later, people: everybody() });
    await cases(world.broker).cancelMeeting({ ...seen, sequence: 1, words: '机床那天要抢修。' });
    // The mail about the change came too late to be true, so only the last state was sent.
    const all = await invitations(meetingId);
    const last = all.filter(({ calendar }) => calendar?.method === 'cancel');
    expect(last).toHaveLength(3);
    expect(new Set(all.map((mail) => valueIn(mail, 'UID'))).size).toBe(1);
    expect(valueIn(last[0]!, 'SEQUENCE')).toBe('2');
    const { meetings } = await cases(world.asker).getDocking({ id });
    expect(meetings).toMatchObject([{ status: 'cancelled', mayAnswer: false }]);
  });

  it('says who comes, asks anew when it moves, and lets only the organiser and the broker move it', async () => {
    const { id, meetingId } = await givenMeeting(world.asker);
    const answered = await cases(world.holder).answerMeeting({ id, meetingId, comes: false });
    const answers = (docking: typeof answered) =>
      Object.fromEntries(docking.meetings[0]!.people.map(({ name, answer }) => [name, answer]));
    expect(answers(answered)).toEqual({ 陈望川: 'comes', 卓竹筠: 'absent', 罗予安: null });

    const seen = { id, meetingId, sequence: 0, ...plan, people: everybody() };
    await expect(cases(world.holder).changeMeeting(seen)).rejects.toMatchObject(
      reason('docking.meeting_not_yours', 403),
    );
    const moved = await cases(world.broker).changeMeeting({ ...seen, place: '渝西热控会议室' });
    expect(answers(moved)).toEqual({ 陈望川: null, 卓竹筠: null, 罗予安: 'comes' });
    await expect(cases(world.asker).changeMeeting(seen)).rejects.toMatchObject(
      reason('platform.stale', 409),
    );
  });

  it('asks people of the case only, at a time that is to come', async () => {
    const { id } = await world.givenContact();
    const call = (change: object) =>
      cases(world.broker).proposeMeeting({ id, ...plan, people: everybody(), ...change });
    await expect(call({ people: [world.stranger.userId] })).rejects.toMatchObject(
      reason('docking.meeting_people', 400),
    );
    await expect(call({ people: [] })).rejects.toMatchObject(reason('docking.meeting_nobody', 400));
    await expect(call({ endsAt: plan.beginsAt })).rejects.toMatchObject(
      reason('docking.meeting_ends_first', 400),
    );
    const past = { beginsAt: '2026-11-20T06:00:00Z', endsAt: '2026-11-20T07:00:00Z' };
    await expect(call(past)).rejects.toMatchObject(reason('docking.meeting_past', 400));
    await expect(call({ place: '' })).rejects.toMatchObject(reason('docking.meeting_where', 400));
  });

  it('that was held moves the case on, with who came and the minutes as its evidence', async () => {
    const { id, meetingId } = await givenMeeting();
    const minutes = {
      id,
      meetingId,
      attended: [world.asker.userId, world.holder.userId],
      others: 3,
      words: '换型停机不超过两小时可接受。',
    };
    await expect(cases(world.broker).recordMinutes(minutes)).rejects.toMatchObject(
      reason('docking.meeting_not_yet'),
    );
    test.clock.set(AFTERWARDS);
    const fileId = await upload(world.broker, '签到表.pdf');
    const met = await cases(world.broker).recordMinutes({ ...minutes, fileId });
    expect(met).toMatchObject({ status: 'met', meetings: [{ status: 'held', others: 3 }] });
    expect(met.history[0]).toMatchObject({
      action: 'recordMeeting',
      facts: { meetingId, heldOn: '2026-11-25', place: '凌峰精密二车间', people: 5 },
      file: { name: '签到表.pdf' },
    });

    // Whoever did not write them says that they are right.
    await cases(world.asker).confirmMinutes({ id, meetingId });
    await expect(cases(world.asker).confirmMinutes({ id, meetingId })).rejects.toMatchObject(
      reason('docking.minutes_confirmed'),
    );
    const { meetings } = await cases(world.holder).confirmMinutes({ id, meetingId });
    expect(meetings[0]!.minutes!.confirmations.map(({ side }) => side)).toEqual([
      'asker',
      'responder',
    ]);
  });

  it('whose minutes a side wrote counts once the broker records it', async () => {
    const { id, meetingId } = await givenMeeting(world.asker);
    test.clock.set(AFTERWARDS);
    const step = { id, version: 3, meetingId, words: '按纪要推进。' };
    await expect(cases(world.broker).recordMeeting(step)).rejects.toMatchObject(
      reason('docking.meeting_no_minutes'),
    );
    const attended = everybody().slice(0, 2);
    const words = '双方看了现场，愿意往下谈。';
    const written = await cases(world.asker).recordMinutes({ id, meetingId, attended, words });
    expect(written.status).toBe('contacted');
    await expect(cases(world.asker).confirmMinutes({ id, meetingId })).rejects.toMatchObject(
      reason('docking.minutes_yours'),
    );
    const met = await cases(world.broker).recordMeeting(step);
    expect(met.history[0]!.facts).toMatchObject({ meetingId, people: 2 });
  });

  it('can be fetched as a file by the sides of the case and by nobody else', async () => {
    const { id, meetingId } = await givenMeeting();
    const get = (person: Person) =>
      test.fetch(`/api/dockings/${id}/meetings/${meetingId}/ics`, {
        headers: { cookie: person.cookie },
      });
    const file = await get(world.holder);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    const text = await file.text();
    expect(text).toContain('METHOD:PUBLISH');
    expect(text).not.toContain(world.asker.email);
    expect((await get(world.stranger)).status).toBe(403);
  });
});

it('files of any side lie in the case with who put them there', async () => {
  const { id } = await world.givenContact();
  const fileIds = [await upload(world.holder, '方案.pdf'), await upload(world.holder, '图纸.pdf')];
  const { history } = await cases(world.holder).addFiles({ id, fileIds, words: '先看方案。' });
  expect(history.slice(0, 2)).toMatchObject([
    { action: 'file', actorName: '卓竹筠', file: { name: '图纸.pdf' }, words: null },
    { action: 'file', actorName: '卓竹筠', file: { name: '方案.pdf' }, words: '先看方案。' },
  ]);
});
