import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenAccount,
  givenEnterprise,
  givenExpert,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Enterprise,
  type Expert,
  type Person,
} from '../../../../tests/support/people.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { matchDigests } from '../../matching/server/digest-lines.ts';
import { sendDigests } from './send-digests.ts';

let test: TestApp;
let asker: Enterprise;
let holder: Enterprise;
let expert: Expert;
let operator: Person;
let bystander: Person;

beforeAll(async () => {
  test = await startTestApp({ at: '2026-11-23T10:00+08:00' });
  asker = await givenEnterprise(test, { name: '凌峰精密机械', person: '陈望川' });
  holder = await givenEnterprise(test, { name: '科言<数控>研究所', person: '林秋实' });
  expert = await givenExpert(test);
  operator = await givenRole(test, 'operator', '许知勤');
  bystander = await givenAccount(test, '桑以宁');
  // Here it is about what matching finds; notices as things happen have tests of their own.
  await asker.api.notifications.chooseNotification({ kind: 'need_news', frequency: 'off' });
});
afterAll(() => test.close());

const morning = (day: string) => test.clock.set(`${day}T08:30+08:00`);
const send = () => sendDigests(test.platform, matchDigests(test.platform));

async function digests(): Promise<Mail[]> {
  const { rows } = await sql<{ data: Mail }>`
    select data from jobs.job where name = 'mail.send' order by created_on`.execute(
    test.platform.db,
  );
  return rows.map(({ data }) => data).filter(({ messageId }) => messageId.startsWith('digest.'));
}
const to = (mails: Mail[], person: Person, day: string) =>
  mails.filter((mail) => mail.to === person.email && mail.messageId.startsWith(`digest.${day}`));
const tokenOf = (mail: Mail) =>
  /unsubscribe\/([\w.-]+)>$/.exec(mail.headers!['List-Unsubscribe']!)![1]!;

let count = 0;
/** Something new for the asker, the holder and the expert, seen at the moment of the clock. */
async function givenNews() {
  count += 1;
  const need = await givenPublishedNeed(asker, operator, {
    title: `早上第一件和下午的件尺寸差三四丝，第 ${count} 台`,
  });
  if (count === 1) await givenPublishedAchievement(holder);
  await test.settle();
  return need;
}

describe('the daily mail', () => {
  it('goes once to everybody for whom something is new, and to nobody else', async () => {
    const need = await givenNews();
    morning('2026-11-24');
    expect(await send()).toBe(3);
    const mails = await digests();
    expect(mails.map((mail) => mail.to).toSorted()).toEqual(
      [asker, holder, expert].map(({ email }) => email).toSorted(),
    );
    expect(mails.some((mail) => mail.to === bystander.email)).toBe(false);
    const [mail] = to(mails, asker, '2026-11-24');
    expect(mail!.text).toContain('机床主轴热误差建模与实时补偿（科言<数控>研究所）');
    expect(mail!.text).toContain(`http://rongtong.test/needs/${need.id}`);
    expect(mail!.text).toMatch(/答您的需求“早上第一件.*：都说到.*热误差/);
    const [other] = to(mails, holder, '2026-11-24');
    expect(other!.text).toContain(need.title);
    expect(other!.text).toContain('您的“机床主轴热误差建模与实时补偿”能答');
  });

  it('is not written again, by whichever worker and however often it runs that day', async () => {
    const before = (await digests()).length;
    expect(await Promise.all([send(), send()])).toEqual([0, 0]);
    await givenNews();
    test.clock.set('2026-11-24T20:00+08:00');
    expect(await send()).toBe(0);
    expect(await digests()).toHaveLength(before);
  });

  it('tells the next morning of what came since, and nothing a second time', async () => {
    morning('2026-11-25');
    expect(await send()).toBe(3);
    const [mail] = to(await digests(), holder, '2026-11-25');
    expect(mail!.text).toContain('第 2 台');
    expect(mail!.text).not.toContain('第 1 台');
  });

  it('is none when nothing is new', async () => {
    morning('2026-11-26');
    expect(await send()).toBe(0);
  });

  it('carries what lets a mail program stop it in one click, in the message itself', async () => {
    const [mail] = to(await digests(), holder, '2026-11-25');
    await test.platform.mailer.send(mail!);
    const folder = path.join(test.dataDir, 'mail');
    const file = fs.readdirSync(folder).find((name) => name.startsWith('digest_'))!;
    const raw = fs.readFileSync(path.join(folder, file), 'utf8').replaceAll(/\r?\n[ \t]+/g, ' ');
    expect(raw).toMatch(/^List-Unsubscribe: <http:\/\/rongtong\.test\/unsubscribe\/[\w.-]+>\r?$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(raw).toContain('text/plain');
    expect(raw).toContain('text/html');
  });

  it('shows names as they are written, never as HTML', async () => {
    const [mail] = to(await digests(), asker, '2026-11-25');
    expect(mail!.html).toContain('科言&lt;数控&gt;研究所');
    expect(mail!.html).not.toContain('<数控>');
  });
});

describe('what somebody chose', () => {
  it('is asked only of those whom it can concern', async () => {
    const kinds = async (person: Person) =>
      (await person.api.notifications.getMyChoices({})).kinds.map(({ kind }) => kind);
    expect(await kinds(asker)).toEqual(
      expect.arrayContaining(['need_turn', 'case_turn', 'candidates', 'openings']),
    );
    const ofExpert = await kinds(expert);
    expect(ofExpert).toEqual(expect.arrayContaining(['case_turn', 'openings', 'other']));
    for (const kind of ['need_turn', 'candidates']) expect(ofExpert).not.toContain(kind);
    const ofBystander = await kinds(bystander);
    expect(ofBystander).toContain('other');
    for (const kind of ['need_turn', 'case_turn', 'candidates', 'openings']) {
      expect(ofBystander).not.toContain(kind);
    }
  });

  it('is honoured kind by kind, and what came meanwhile is not told of afterwards', async () => {
    await asker.api.notifications.chooseNotification({ kind: 'candidates', frequency: 'off' });
    await givenNews();
    morning('2026-11-27');
    await send();
    const mails = await digests();
    expect(to(mails, asker, '2026-11-27')).toEqual([]);
    expect(to(mails, holder, '2026-11-27')).toHaveLength(1);
    await asker.api.notifications.chooseNotification({ kind: 'candidates', frequency: 'daily' });
    morning('2026-11-28');
    await send();
    expect(to(await digests(), asker, '2026-11-28')).toEqual([]);
  });

  it('is the language of the mail as well', async () => {
    await expert.api.notifications.chooseMailLanguage({ language: 'en' });
    await givenNews();
    morning('2026-11-29');
    await send();
    const [mail] = to(await digests(), expert, '2026-11-29');
    expect(mail!.subject).toMatch(/^\[Rongtong\] New for you on 2026-11-29/);
    expect(mail!.text).toContain('Dear 郁承钧');
    expect(mail!.html).toContain('<html lang="en">');
  });

  it('must be of a kind that there is', async () => {
    await expect(
      asker.api.notifications.chooseNotification({ kind: 'gossip', frequency: 'daily' }),
    ).rejects.toMatchObject({ status: 400 });
  });
});

describe('unsubscribing from a mail', () => {
  it('says first what will stop, without an account and without changing anything', async () => {
    const token = tokenOf(to(await digests(), holder, '2026-11-29')[0]!);
    const told = await test.api().notifications.getUnsubscription({ token });
    expect(told).toEqual({
      email: `${holder.email[0]}***@example.com`,
      // All that a daily mail tells of; what comes at once has links of its own.
      titles: [
        '我的需求有了进展',
        '对接有新消息',
        '我的需求有了新的候选',
        '有新的需求可以答',
        '其他通知',
      ],
      stopped: false,
    });
    expect(await test.api().notifications.getUnsubscription({ token })).toEqual(told);
  });

  it('is done by one post of a mail program, as RFC 8058 has it, and twice does no harm', async () => {
    const mail = to(await digests(), holder, '2026-11-29')[0]!;
    const address = /^<(.+)>$/.exec(mail.headers!['List-Unsubscribe']!)![1]!;
    const post = () =>
      test.fetch(new URL(address).pathname, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
    expect((await post()).status).toBe(200);
    expect((await post()).status).toBe(200);
    const { kinds } = await holder.api.notifications.getMyChoices({});
    expect(kinds.filter(({ mail: chosen }) => chosen === 'daily')).toEqual([]);
    // What waits for somebody is told at once all the same.
    expect(kinds.find(({ kind }) => kind === 'case_turn')).toMatchObject({ mail: 'at_once' });
    await givenNews();
    morning('2026-11-30');
    await send();
    expect(to(await digests(), holder, '2026-11-30')).toEqual([]);
  });

  it('of one kind leaves the others', async () => {
    const mail = to(await digests(), asker, '2026-11-30')[0]!;
    const tokens = [...mail.html!.matchAll(/unsubscribe\/([\w.-]+)"/g)].map(([, token]) => token!);
    const [ofKind] = tokens;
    await test.api().notifications.unsubscribe({ token: ofKind! });
    const { kinds } = await asker.api.notifications.getMyChoices({});
    expect(kinds.find(({ kind }) => kind === 'candidates')).toMatchObject({ mail: 'off' });
    expect(kinds.find(({ kind }) => kind === 'openings')).toMatchObject({ mail: 'daily' });
  });

  it('with a link that was changed is refused in plain words, and changes nothing', async () => {
    const token = tokenOf(to(await digests(), expert, '2026-11-29')[0]!);
    const changed = token.replace(/^./, (first) => (first === 'W' ? 'X' : 'W'));
    for (const call of ['getUnsubscription', 'unsubscribe'] as const) {
      await expect(test.api().notifications[call]({ token: changed })).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining('没有改动任何设置'),
      });
    }
    const { kinds } = await expert.api.notifications.getMyChoices({});
    expect(kinds.find(({ kind }) => kind === 'openings')!.mail).toBe('daily');
  });
});
