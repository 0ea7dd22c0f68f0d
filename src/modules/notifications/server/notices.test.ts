import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { toldSoFar } from '../../../../tests/support/notices.ts';
import {
  givenAccount,
  givenEnterprise,
  givenRole,
  heatNeed,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { moveCursor } from '../../../platform/outbox/outbox.ts';
import { addMembership } from '../../identity/index.ts';
import { mailJob } from './mail-job.ts';
import { sendDigests } from './send-digests.ts';

let test: TestApp;
let owner: Enterprise;
let colleague: Person;
let operator: Person;
let stranger: Person;

beforeAll(async () => {
  test = await startTestApp({ at: '2026-11-23T10:00+08:00' });
  owner = await givenEnterprise(test, { name: '凌峰精密机械', person: '陈望川' });
  colleague = await givenAccount(test, '桑以宁');
  await test.platform.db.transaction().execute((tx) =>
    addMembership(tx, {
      userId: colleague.userId,
      organisationId: owner.organisationId,
      at: test.clock.now(),
    }),
  );
  operator = await givenRole(test, 'operator', '许知勤');
  stranger = await givenAccount(test, '路人甲');
});
afterAll(() => test.close());

let count = 0;
async function givenSubmitted() {
  count += 1;
  // Each a minute after the one before, so that lists have one order.
  test.clock.set(new Date(test.clock.now().getTime() + 60_000));
  const draft = await owner.api.exchange.draftNeed({
    organisationId: owner.organisationId,
    regionCode: '500118',
    ...heatNeed,
    title: `${heatNeed.title}，第 ${count} 例`,
  });
  const need = await owner.api.exchange.submitNeed({ id: draft.id, version: draft.version });
  await test.settle();
  return need;
}
async function queuedMails(to: Person): Promise<Mail[]> {
  const { rows } = await sql<{ data: Mail }>`
    select data from jobs.job where name = 'mail.send' and data->>'to' = ${to.email}
    order by created_on`.execute(test.platform.db);
  return rows.map(({ data }) => data).filter(({ subject }) => subject.includes('第'));
}
const inbox = (person: Person) => person.api.notifications.listMyNotices({});
const unread = async (person: Person) => (await person.api.notifications.countUnread({})).unread;

describe('a notice', () => {
  it('stands in the inbox of whoever it is for, and in nobody else’s', async () => {
    const need = await givenSubmitted();
    const { items, unread: open } = await inbox(operator);
    expect(open).toBe(1);
    expect(items[0]).toMatchObject({
      kind: 'need_turn',
      kindTitle: '需求等我办',
      title: `有一条需求等您受理：${need.title}`,
      path: `/needs/${need.id}`,
      readAt: null,
    });
    expect(items[0]!.text).toContain('请在 11月24日周二 18:00 前受理');
    for (const person of [owner, colleague, stranger]) expect((await inbox(person)).total).toBe(0);
  });

  it('that waits for somebody until a due time is mailed at once, with a way to stop it', async () => {
    const [mail, ...more] = await queuedMails(operator);
    expect(more).toEqual([]);
    expect(mail!.subject).toMatch(/^【融通】有一条需求等您受理/);
    expect(mail!.text).toMatch(/^许知勤，您好：\n\n有一条需求等您受理。/);
    expect(mail!.text).toMatch(/查看和办理：http:\/\/rongtong\.test\/needs\//);
    const token = /unsubscribe\/([\w.-]+)>$/.exec(mail!.headers!['List-Unsubscribe']!)![1]!;
    const stops = await test.api().notifications.getUnsubscription({ token });
    expect(stops.titles).toEqual(['需求等我办']);
  });

  it('tells a person of one event once, however often it is read', async () => {
    const before = (await toldSoFar(test)).length;
    await moveCursor(test.platform.db, 'exchange.mail', 0);
    await givenSubmitted();
    expect(await toldSoFar(test)).toHaveLength(before + 1);
    expect(await queuedMails(operator)).toHaveLength(2);
  });

  it('is unread until it was opened or marked, by its owner alone', async () => {
    const { items } = await inbox(operator);
    const ids = items.map(({ id }) => id);
    await stranger.api.notifications.readNotices({ ids });
    expect(await unread(operator)).toBe(2);
    expect(await operator.api.notifications.readNotices({ ids: [ids[0]!] })).toEqual({ unread: 1 });
    const left = await operator.api.notifications.listMyNotices({ show: 'unread' });
    expect(left.items.map(({ id }) => id)).toEqual([ids[1]]);
    await operator.api.notifications.readAllNotices({ until: test.clock.now().toISOString() });
    expect(await unread(operator)).toBe(0);
    expect((await inbox(operator)).total).toBe(2);
  });
});

describe('what somebody chose for a kind', () => {
  it('is daily for news: the next morning’s mail brings what was not read in the app', async () => {
    const first = await givenSubmitted();
    const second = await givenSubmitted();
    for (const { id, version } of [first, second]) {
      await operator.api.exchange.publishNeed({ id, version });
    }
    await test.settle();
    expect(await queuedMails(owner)).toEqual([]);
    const seen = (await inbox(owner)).items.find(({ title }) => title.includes(first.title))!;
    await owner.api.notifications.readNotices({ ids: [seen.id] });
    test.clock.set('2026-11-24T08:30+08:00');
    expect(await sendDigests(test.platform, [])).toBe(2);
    expect(await sendDigests(test.platform, [])).toBe(0);
    const digest = async (person: Person) => {
      const { rows } = await sql<{ data: Mail }>`
        select data from jobs.job where name = 'mail.send' and data->>'to' = ${person.email}
        and data->>'messageId' like 'digest.2026-11-24%'`.execute(test.platform.db);
      return rows.map(({ data }) => data.text).join();
    };
    expect(await digest(owner)).toContain(second.title);
    expect(await digest(owner)).not.toContain(first.title);
    expect(await digest(colleague)).toContain(first.title);
    test.clock.set('2026-11-25T08:30+08:00');
    expect(await sendDigests(test.platform, [])).toBe(0);
  });

  it('is honoured for each channel by itself', async () => {
    const choose = operator.api.notifications.chooseNotification;
    await operator.api.notifications.readAllNotices({ until: test.clock.now().toISOString() });
    await choose({ kind: 'need_turn', channel: 'mail', frequency: 'off' });
    const before = await queuedMails(operator);
    await givenSubmitted();
    expect(await unread(operator)).toBe(1);
    expect(await queuedMails(operator)).toEqual(before);
    await choose({ kind: 'need_turn', channel: 'mail', frequency: 'at_once' });
    await choose({ kind: 'need_turn', channel: 'app', frequency: 'off' });
    await givenSubmitted();
    expect(await unread(operator)).toBe(1);
    expect(await queuedMails(operator)).toHaveLength(before.length + 1);
    await expect(
      choose({ kind: 'need_turn', channel: 'app', frequency: 'daily' }),
    ).rejects.toMatchObject({ status: 400 });
  });

  it('is the language of notices too', async () => {
    await operator.api.notifications.chooseNotification({
      kind: 'need_turn',
      channel: 'app',
      frequency: 'at_once',
    });
    await operator.api.notifications.chooseMailLanguage({ language: 'en' });
    await givenSubmitted();
    const { items } = await inbox(operator);
    expect(items[0]!.title).toMatch(/^A need waits for triage/);
    expect(items[0]!.text).toMatch(/Please publish it by Thu,? 26 November/);
  });
});

describe('the delivery log', () => {
  const log = (person: Person) => person.api.notifications.listMyDeliveries({ channel: 'mail' });

  it('says of each mail whether it got out, after how many attempts, and if not, why', async () => {
    const [mail, other] = await queuedMails(operator);
    const job = mailJob(test.platform);
    await job.handle(mail!);
    await job.handle(mail!);
    const away = mailJob({
      ...test.platform,
      mailer: { send: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.9:25')) },
    });
    await expect(away.handle(other!)).rejects.toThrow('ECONNREFUSED');
    const { items } = await log(operator);
    expect(items.at(-1)).toMatchObject({ status: 'sent', attempts: 1, reason: null });
    expect(items.at(-2)).toMatchObject({
      status: 'queued',
      attempts: 1,
      reason: 'connect ECONNREFUSED 10.0.0.9:25',
    });
    for (let attempt = 0; attempt < away.retryLimit!; attempt += 1) {
      await expect(away.handle(other!)).rejects.toThrow('ECONNREFUSED');
    }
    const failed = await operator.api.notifications.listMyDeliveries({ status: 'failed' });
    expect(failed.items).toMatchObject([{ status: 'failed', attempts: 13, channel: 'mail' }]);
  });

  it('shows people their own, and operators everybody’s, without whole addresses', async () => {
    expect((await log(stranger)).total).toBe(0);
    const all = await operator.api.notifications.listDeliveries({ q: '陈望川' });
    expect(new Set(all.items.map(({ name }) => name))).toEqual(new Set(['陈望川']));
    expect(all.items.map(({ kind }) => kind)).toContain('digest');
    expect(JSON.stringify(all)).not.toContain(owner.email);
    await expect(owner.api.notifications.listDeliveries({})).rejects.toMatchObject({ status: 403 });
  });
});
