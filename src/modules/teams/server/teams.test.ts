import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { toldSoFar } from '../../../../tests/support/notices.ts';
import {
  givenEnterprise,
  givenExpert,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Enterprise,
  type Expert,
  type Person,
} from '../../../../tests/support/people.ts';
import { draftReports } from './draft-reports.job.ts';

const MONDAY = '2026-11-23T02:00:00Z';
const FRIDAY = '2026-11-27T08:00:00Z';
let test: TestApp;
let asker: Enterprise;
let holder: Enterprise;
let unit: Enterprise;
let expert: Expert;
let broker: Person;
let operator: Person;
let stranger: Person;
let count = 0;

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  asker = await givenEnterprise(test, { name: '凌峰精密机械', person: '陈望川' });
  holder = await givenEnterprise(test, { name: '渝西热控技术', person: '卓竹筠' });
  unit = await givenEnterprise(test, { name: '永川区科协', person: '白牵头' });
  expert = await givenExpert(test);
  broker = await givenRole(test, 'broker', '罗予安');
  operator = await givenRole(test, 'operator', '许知勤');
  stranger = await givenRole(test, 'broker', '何见深');
});
beforeEach(() => test.clock.set(MONDAY));
afterAll(() => test.close());

const teams = (person: Person) => person.api.teams;
const refused = (code: string, status = 422) => ({ status, data: { reasons: [{ code }] } });

/** A team that the broker leads, with the expert and the broker in it. */
async function givenTeam() {
  count += 1;
  const { id } = await teams(operator).foundTeam({
    name: `装备制造专家服务队${count}`,
    kind: 'expert_team',
    regionCode: '500118',
    area: '凤凰湖产业园',
    industryCodes: ['C34'],
    leadId: broker.userId,
    leadUnitId: unit.organisationId,
  });
  await teams(operator).addMember({
    id,
    kind: 'expert',
    expertId: expert.expertId,
    from: '2026-11-01',
  });
  return teams(broker).addMember({
    id,
    kind: 'broker',
    userId: broker.userId,
    from: '2026-11-01',
  });
}

async function givenSent(words: { title?: string } = {}) {
  const team = await givenTeam();
  const need = await givenPublishedNeed(asker, operator, words);
  const member = team.memberList.find(({ kind }) => kind === 'expert')!;
  const sent = await teams(broker).sendDispatch({
    id: team.id,
    needId: need.id,
    memberIds: [member.id],
    words: '看看机床冷热机差多少。',
  });
  return { team, need, sent, answerId: sent.members[0]!.id };
}

describe('a team', () => {
  it('says who is in it and since when, to everybody; only its lead and operators change it', async () => {
    const team = await givenTeam();
    const seen = await test.api().teams.getTeam({ id: team.id });
    expect(seen).toMatchObject({
      area: '凤凰湖产业园',
      leadName: '罗予安',
      leadUnitName: '永川区科协',
      members: 2,
      dispatches: [],
      reports: [],
    });
    expect(seen.memberList.map(({ name }) => name).toSorted()).toEqual(['罗予安', '郁承钧']);
    const add = { id: team.id, kind: 'expert' as const, expertId: expert.expertId };
    await expect(teams(stranger).addMember({ ...add, from: '2026-12-01' })).rejects.toMatchObject({
      status: 403,
    });
    await expect(teams(broker).addMember({ ...add, from: '2026-12-01' })).rejects.toMatchObject(
      refused('team.member_already'),
    );
  });

  it('lets somebody leave and come back, and remembers both', async () => {
    const team = await givenTeam();
    const member = team.memberList.find(({ kind }) => kind === 'expert')!;
    const left = await teams(broker).endMember({
      id: team.id,
      memberId: member.id,
      until: '2026-11-20',
    });
    expect(left.members).toBe(1);
    const back = await teams(broker).addMember({
      id: team.id,
      kind: 'expert',
      expertId: expert.expertId,
      from: '2026-11-23',
    });
    expect(back.memberList.filter(({ kind }) => kind === 'expert')).toHaveLength(2);
    expect(back.members).toBe(2);
  });
});

describe('a dispatch', () => {
  it('asks each who is sent; a no needs a reason, and only the one asked answers', async () => {
    const { sent, answerId } = await givenSent();
    expect(sent.members).toMatchObject([
      { name: '郁承钧', status: 'sent', due: { workingDays: 2 } },
    ]);
    await expect(
      teams(stranger).answerDispatch({ id: answerId, accept: true }),
    ).rejects.toMatchObject(refused('team.its_member', 403));
    await expect(
      teams(expert).answerDispatch({ id: answerId, accept: false }),
    ).rejects.toMatchObject(refused('team.reason_wanted', 400));
    const answered = await teams(expert).answerDispatch({
      id: answerId,
      accept: false,
      reasonCode: 'away',
      words: '这周在外地开会。',
    });
    expect(answered.members[0]).toMatchObject({ status: 'declined', reasonCode: 'away' });
    await expect(
      teams(expert).answerDispatch({ id: answerId, accept: true }),
    ).rejects.toMatchObject(refused('team.answered'));
  });

  it('is seen by the enterprise it goes to, and by no other', async () => {
    const { need, sent } = await givenSent();
    const found = await teams(asker).listNeedDispatches({ id: need.id });
    expect(found.map(({ id }) => id)).toEqual([sent.id]);
    expect(await teams(holder).listNeedDispatches({ id: need.id })).toEqual([]);
  });

  it('that nobody answers is reminded of, then told to the lead', async () => {
    const { need, sent } = await givenSent({ title: '没有人答复的这一条' });
    for (const at of ['2026-11-25T01:01:00Z', '2026-11-25T10:01:00Z', '2026-11-26T10:01:00Z']) {
      test.clock.set(at);
      await test.app.keepClocks();
      await test.app.keepClocks();
    }
    const told = (await toldSoFar(test)).filter(({ text }) => text.includes(need.title));
    const about = told.filter(({ kind }) => kind === 'team_turn');
    expect(about.map(({ to, subject }) => [to, subject])).toEqual([
      [expert.email, `${sent.teamName}派您去凌峰精密机械`],
      [expert.email, '提醒：派您去凌峰精密机械，等您答复'],
      [broker.email, '郁承钧没有答复派往凌峰精密机械'],
    ]);
  });

  it('takes visits once somebody has accepted', async () => {
    const { sent, answerId } = await givenSent();
    const visit = {
      id: sent.id,
      visitedOn: '2026-11-23',
      place: '二车间',
      people: 3,
      found: '冷热机差 34 μm，没有恒温。',
      nextStep: '周五带仪器复测。',
    };
    await expect(teams(expert).recordVisit(visit)).rejects.toMatchObject(
      refused('team.nobody_accepted'),
    );
    await teams(expert).answerDispatch({ id: answerId, accept: true });
    await expect(
      teams(expert).recordVisit({ ...visit, visitedOn: '2026-11-24' }),
    ).rejects.toMatchObject(refused('team.visited_in_future', 400));
    const visited = await teams(expert).recordVisit(visit);
    expect(visited.visits).toMatchObject([{ found: visit.found, recordedByName: '郁承钧' }]);
  });
});

describe('the weekly report', () => {
  it('is written from dispatches, visits and cases, each figure with what proves it', async () => {
    const { team, need, sent, answerId } = await givenSent();
    await teams(expert).answerDispatch({ id: answerId, accept: true });
    await teams(expert).recordVisit({
      id: sent.id,
      visitedOn: '2026-11-23',
      place: '二车间',
      people: 3,
      found: '冷热机差 34 μm。',
      nextStep: '周五复测。',
    });
    const offer = await givenPublishedAchievement(holder);
    const docking = await broker.api.dockings.proposeDocking({
      needId: need.id,
      offerKind: 'achievement',
      offerId: offer.id,
    });
    test.clock.set(FRIDAY);
    await draftReports(test.platform);
    await draftReports(test.platform);

    const [row, ...more] = (await teams(broker).listReports({})).items.filter(
      ({ teamId }) => teamId === team.id,
    );
    expect(more).toEqual([]);
    const report = await teams(broker).getReport({ id: row!.id });
    expect(report).toMatchObject({ status: 'draft', myTurn: true, weekOf: '2026-11-23' });
    const figure = (key: string) => report.figures.find((each) => each.key === key)!;
    expect(figure('visits')).toMatchObject({ value: 1, evidence: [{ path: `/teams/${team.id}` }] });
    expect(figure('proposed').evidence.map(({ path }) => path)).toContain(`/cases/${docking.id}`);
    expect(report.body).toContain(
      `走访凌峰精密机械（${need.title}）：冷热机差 34 μm。下一步：周五复测。`,
    );
    // The answer was due on Thursday: on Friday it is what the case is stuck on.
    expect(report.body).toContain(
      `${docking.number} ${need.title}：等渝西热控技术答复是否接受，期限`,
    );
    const told = (await toldSoFar(test)).filter(({ path }) => path === `/reports/${report.id}`);
    expect(told.map(({ to }) => to)).toEqual([broker.email]);
  });

  it('goes from the lead over the operator to the lead unit, and keeps every version', async () => {
    const team = await givenTeam();
    test.clock.set(FRIDAY);
    const draft = await teams(broker).draftReport({ id: team.id });
    const { id } = draft;
    const body = `${draft.body}\n\n另：下周三去凤凰湖园区座谈。`;
    const revised = await teams(broker).reviseReport({ id, version: 1, body });
    await expect(teams(broker).reviseReport({ id, version: 1, body })).rejects.toMatchObject({
      status: 409,
    });
    await teams(broker).submitReport({ id, version: revised.version });
    await expect(teams(broker).reviseReport({ id, version: 3, body })).rejects.toMatchObject(
      refused('report.handed_in'),
    );
    await expect(teams(broker).approveReport({ id, version: 3 })).rejects.toMatchObject({
      status: 403,
    });
    const returned = await teams(operator).returnReport({
      id,
      version: 3,
      words: '请写明座谈的时间地点。',
    });
    await teams(broker).submitReport({ id, version: returned.version });
    await expect(teams(unit).getReport({ id })).rejects.toMatchObject({ status: 403 });
    const sent = await teams(operator).approveReport({ id, version: 5 });
    expect(sent).toMatchObject({ status: 'sent', due: null });
    expect(sent.versions.map(({ action }) => action)).toEqual([
      'approve',
      'submit',
      'return',
      'submit',
      'revise',
      'draft',
    ]);
    expect(sent.versions.at(-1)?.body).toBe(draft.body);

    const read = await teams(unit).getReport({ id });
    expect(read).toMatchObject({ body, versions: [] });
    await expect(teams(stranger).getReport({ id })).rejects.toMatchObject({ status: 403 });
    const mail = (await toldSoFar(test)).filter(
      ({ to, path }) => to === unit.email && path === `/reports/${id}`,
    );
    expect(mail).toMatchObject([{ kind: 'team_report', mail: 'at_once' }]);
    expect(mail[0]!.text).toContain('下周三去凤凰湖园区座谈');
  });

  it('can be written anew from what has happened since, while it is a draft', async () => {
    const { team, sent, answerId } = await givenSent();
    test.clock.set(FRIDAY);
    const draft = await teams(broker).draftReport({ id: team.id });
    await teams(expert).answerDispatch({ id: answerId, accept: true });
    const fresh = await teams(broker).refreshReport({ id: draft.id, version: 1 });
    expect(draft.body).not.toContain('郁承钧接受');
    expect(fresh.body).toContain(`郁承钧接受派往${sent.askerName}`);
    expect(fresh.versions.map(({ action }) => action)).toEqual(['refresh', 'draft']);
  });
});
