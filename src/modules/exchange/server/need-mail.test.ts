import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenAccount,
  givenEnterprise,
  givenPublishedAchievement,
  givenRole,
  heatNeed,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';
import { toldSoFar, type Told } from '../../../../tests/support/notices.ts';
import { addMembership } from '../../identity/index.ts';

const MONDAY = '2026-11-23T02:00:00Z';
let test: TestApp;
let owner: Enterprise;
let colleague: Person;
let operator: Person;
let second: Person;

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  owner = await givenEnterprise(test, { name: '凌峰精密机械', person: '陈望川' });
  colleague = await givenAccount(test, '桑以宁');
  await test.platform.db.transaction().execute((tx) =>
    addMembership(tx, {
      userId: colleague.userId,
      organisationId: owner.organisationId,
      at: test.clock.now(),
    }),
  );
  await givenEnterprise(test, { name: '翠屏纸品' });
  operator = await givenRole(test, 'operator', '许知勤');
  second = await givenRole(test, 'operator', '江砚秋');
  await givenRole(test, 'operator', '别处的运营员', '500120');
});
afterEach(() => test.clock.set(MONDAY));
afterAll(() => test.close());

const toldAbout = async (title: string): Promise<Told[]> =>
  (await toldSoFar(test)).filter(({ subject }) => subject.endsWith(`：${title}`));
const receivers = (mails: Told[], happened: string) =>
  mails
    .filter(({ subject }) => subject.startsWith(happened))
    .map(({ to }) => to)
    .toSorted();
const emails = (...people: Person[]) => people.map(({ email }) => email).toSorted();
const one = (mails: Told[], happened: string) =>
  mails.find(({ subject }) => subject.startsWith(happened))!;

let count = 0;
/** A need of its own title, handed in, whose mails meet no other's. */
async function givenSubmitted() {
  count += 1;
  const title = `${heatNeed.title}，第 ${count} 例`;
  const draft = await owner.api.exchange.draftNeed({
    organisationId: owner.organisationId,
    regionCode: '500118',
    ...heatNeed,
    title,
  });
  return owner.api.exchange.submitNeed({ id: draft.id, version: draft.version });
}

describe('what people are told about a need', () => {
  it('ask the operators of its region, and nobody else, to triage it in time', async () => {
    const { id, title } = await givenSubmitted();
    const mails = await toldAbout(title);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(emails(operator, second));
    const { text, path, mail } = mails[0]!;
    expect(path).toBe(`/needs/${id}`);
    expect(mail).toBe('at_once');
    expect(text).toContain('请在 11月24日周二 18:00 前受理');
    expect(text).toContain('（凌峰精密机械）');
  });

  it('bring the owner back what is missing, in the words of the operator, and until when', async () => {
    const { id, title, version } = await givenSubmitted();
    const words = '请写上是哪台设备，\n现在多少、想要多少。';
    await operator.api.exchange.returnNeed({ id, version, words });
    const mails = await toldAbout(title);
    expect(receivers(mails, '需求退回补充')).toEqual(emails(owner, colleague));
    const { text } = one(mails, '需求退回补充');
    expect(text).toContain(`许知勤写道：\n${words}`);
    expect(text).toContain('请在 12月7日周一 18:00 前补充');
  });

  it('give each return the words that came with it', async () => {
    const { id, title, version } = await givenSubmitted();
    await operator.api.exchange.returnNeed({ id, version, words: '缺设备型号。' });
    await test.settle();
    test.clock.set('2026-11-23T03:00:00Z');
    const again = await owner.api.exchange.submitNeed({ id, version: version + 1 });
    await test.settle();
    await second.api.exchange.returnNeed({ id, version: again.version, words: '缺想要的数。' });
    const told = (await toldAbout(title)).filter(({ to }) => to === owner.email);
    expect(told.map(({ text }) => /写道：\n(.*)\n/.exec(text)?.[1])).toEqual([
      '缺设备型号。',
      '缺想要的数。',
    ]);
  });

  it('tell the owner that it is public, and by when there are candidates', async () => {
    const { id, title, version } = await givenSubmitted();
    await operator.api.exchange.publishNeed({ id, version, words: '写得很清楚。' });
    const mails = await toldAbout(title);
    expect(receivers(mails, '需求已经公开')).toEqual(emails(owner, colleague));
    const { text } = one(mails, '需求已经公开');
    expect(text).toContain('11月26日周四 18:00 前为您找到候选');
    expect(text).toContain('写得很清楚。');
  });

  it('tell the owner why somebody else closed it', async () => {
    const { id, title, version } = await givenSubmitted();
    await operator.api.exchange.closeNeed({
      id,
      version,
      reasonCode: 'not_a_need',
      words: '这是招工，不是技术难题。',
    });
    const mails = await toldAbout(title);
    expect(receivers(mails, '需求已经结束')).toEqual(emails(owner, colleague));
    const { text } = one(mails, '需求已经结束');
    expect(text).toContain('原因：不是技术需求。');
    expect(text).toContain('这是招工，不是技术难题。');
  });

  it('never go to the one who did it', async () => {
    const { id, title, version } = await givenSubmitted();
    await owner.api.exchange.closeNeed({
      id,
      version,
      reasonCode: 'solved_elsewhere',
      words: '自己解决了。',
    });
    expect(receivers(await toldAbout(title), '需求已经结束')).toEqual(emails(colleague));
  });

  it('say nothing of a docking that starts or ends: that one writes its own', async () => {
    const broker = await givenRole(test, 'broker', '罗予安');
    const { id, title, version } = await givenSubmitted();
    await operator.api.exchange.publishNeed({ id, version });
    const before = (await toldAbout(title)).length;
    const offer = await givenPublishedAchievement(await givenEnterprise(test));
    const docking = await broker.api.dockings.proposeDocking({
      needId: id,
      offerKind: 'achievement',
      offerId: offer.id,
    });
    await broker.api.dockings.endDocking({
      id: docking.id,
      version: 1,
      reasonCode: 'budget',
      words: '预算谈不拢。',
    });
    expect(await toldAbout(title)).toHaveLength(before);
  });
});

describe('a need that waits too long', () => {
  it('at the operators is told to them only, once', async () => {
    const { title } = await givenSubmitted();
    await test.settle();
    test.clock.set('2026-11-24T10:01:00Z');
    await test.app.keepClocks();
    await test.app.keepClocks();
    const mails = await toldAbout(title);
    expect(receivers(mails, '需求过了期限')).toEqual(emails(operator, second));
    expect(one(mails, '需求过了期限').text).toContain(
      '现在等运营员受理，期限 11月24日周二 18:00 已过。',
    );
  });

  it('at its owner is told to both sides', async () => {
    const { id, title, version } = await givenSubmitted();
    await operator.api.exchange.returnNeed({ id, version, words: '缺想要的数。' });
    await test.settle();
    test.clock.set('2026-12-07T10:01:00Z');
    await test.app.keepClocks();
    const mails = await toldAbout(title);
    expect(receivers(mails, '需求过了期限')).toEqual(emails(owner, colleague, operator, second));
    expect(one(mails, '需求过了期限').text).toContain('现在等凌峰精密机械补充');
  });
});
