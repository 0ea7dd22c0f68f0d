import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  heatNeed,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';

let test: TestApp;
let owner: Enterprise;
let stranger: Enterprise;
let operator: Person;

beforeAll(async () => {
  test = await startTestApp();
  owner = await givenEnterprise(test, { name: '凌峰精密机械' });
  stranger = await givenEnterprise(test);
  operator = await givenRole(test, 'operator', '许知勤');
});
afterAll(() => test.close());

describe('a need', () => {
  it('is seen by nobody else until an operator publishes it, then by everybody', async () => {
    const draft = await owner.api.exchange.draftNeed({
      organisationId: owner.organisationId,
      regionCode: '500118',
      ...heatNeed,
    });
    await expect(stranger.api.exchange.getNeed({ id: draft.id })).rejects.toMatchObject({
      status: 404,
    });
    await expect(test.api().exchange.getNeed({ id: draft.id })).rejects.toMatchObject({
      status: 404,
    });
    const submitted = await owner.api.exchange.submitNeed({ id: draft.id, version: 1 });
    await operator.api.exchange.publishNeed({ id: draft.id, version: submitted.version });
    const seen = await test.api().exchange.getNeed({ id: draft.id });
    expect(seen).toMatchObject({ title: heatNeed.title, status: 'published', history: [] });
    const list = await test.api().exchange.listNeeds({});
    expect(list.items.map(({ id }) => id)).toContain(draft.id);
  });

  it('that ended before it was published stays private', async () => {
    const draft = await owner.api.exchange.draftNeed({
      organisationId: owner.organisationId,
      regionCode: '500118',
      ...heatNeed,
    });
    await owner.api.exchange.closeNeed({
      id: draft.id,
      version: draft.version,
      reasonCode: 'no_longer_needed',
      words: '不做了，自己解决了。',
    });
    await expect(test.api().exchange.getNeed({ id: draft.id })).rejects.toMatchObject({
      status: 404,
    });
    expect((await owner.api.exchange.getNeed({ id: draft.id })).status).toBe('closed');
  });

  it('waits for an operator until the end of the next working day, and both sides see the clock', async () => {
    const draft = await owner.api.exchange.draftNeed({
      organisationId: owner.organisationId,
      regionCode: '500118',
      ...heatNeed,
    });
    const submitted = await owner.api.exchange.submitNeed({ id: draft.id, version: 1 });
    expect(submitted.due?.at).toBe('2026-11-24T10:00:00.000Z');
    expect(submitted.waitingFor).toBe('运营员');
    const triage = await operator.api.exchange.listTriage({});
    expect(triage.items.find(({ id }) => id === draft.id)?.due?.at).toBe(submitted.due?.at);
  });

  it('comes back with a sentence that says what is missing, and can then be mended', async () => {
    const draft = await owner.api.exchange.draftNeed({
      organisationId: owner.organisationId,
      regionCode: '500118',
      title: '想搞智能化改造',
      description: '车间想做智能化改造，请专家来看看能做什么。',
    });
    const submitted = await owner.api.exchange.submitNeed({ id: draft.id, version: 1 });
    await expect(
      owner.api.exchange.reviseNeed({
        id: draft.id,
        version: submitted.version,
        regionCode: '500118',
        ...heatNeed,
      }),
    ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('已经提交') });
    const returned = await operator.api.exchange.returnNeed({
      id: draft.id,
      version: submitted.version,
      words: '请说一件最头疼的事。',
    });
    const seen = await owner.api.exchange.getNeed({ id: draft.id });
    expect(seen.status).toBe('returned');
    expect(seen.history[0]).toMatchObject({ action: 'return', words: '请说一件最头疼的事。' });
    const mended = await owner.api.exchange.reviseNeed({
      id: draft.id,
      version: returned.version,
      regionCode: '500118',
      ...heatNeed,
    });
    expect(mended.title).toBe(heatNeed.title);
  });

  it('is not written over by somebody who saw an older version', async () => {
    const need = await givenPublishedNeed(owner, operator);
    const close = { id: need.id, reasonCode: 'no_longer_needed' as const, words: '生产线停了。' };
    await owner.api.exchange.closeNeed({ ...close, version: need.version });
    await expect(
      operator.api.exchange.closeNeed({ ...close, version: need.version }),
    ).rejects.toMatchObject({ status: 422 });
    const other = await givenPublishedNeed(owner, operator);
    await expect(
      owner.api.exchange.closeNeed({ ...close, id: other.id, version: other.version - 1 }),
    ).rejects.toMatchObject({ status: 409, message: expect.stringContaining('刚刚改过') });
  });

  it('cannot be started for an organisation one does not belong to', async () => {
    await expect(
      stranger.api.exchange.draftNeed({
        organisationId: owner.organisationId,
        regionCode: '500118',
        ...heatNeed,
      }),
    ).rejects.toMatchObject({ status: 403, message: '您不是这家单位的成员。' });
  });

  it('names every field that cannot be taken, in the language of the reader', async () => {
    const send = (language: string) =>
      test.fetch('/api/needs', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': language,
          cookie: owner.cookie,
        },
        body: JSON.stringify({ organisationId: owner.organisationId, title: '短', months: 0 }),
      });
    const chinese = (await (await send('zh-CN')).json()) as { data: { issues: unknown[] } };
    expect(chinese.data.issues).toEqual([
      { path: 'title', message: '至少写 4 个字。' },
      { path: 'description', message: '请填写这一项。' },
      { path: 'regionCode', message: '请填写这一项。' },
      { path: 'months', message: '不能小于 1。' },
    ]);
    const english = (await (await send('en')).json()) as { data: { issues: unknown[] } };
    expect(english.data.issues[0]).toEqual({
      path: 'title',
      message: 'Please write at least 4 characters.',
    });
  });

  it('that waits too long is marked once, with the moment in its history', async () => {
    const draft = await owner.api.exchange.draftNeed({
      organisationId: owner.organisationId,
      regionCode: '500118',
      ...heatNeed,
    });
    const submitted = await owner.api.exchange.submitNeed({ id: draft.id, version: 1 });
    const before = test.clock.now();
    test.clock.set('2026-11-24T10:01:00Z');
    expect(await test.app.keepClocks()).toBeGreaterThan(0);
    expect(await test.app.keepClocks()).toBe(0);
    const late = await owner.api.exchange.getNeed({ id: draft.id });
    expect(late.due?.standing).toBe('overdue');
    expect(late.history[0]?.action).toBe('overdue');
    expect(late.version).toBe(submitted.version);
    test.clock.set(before);
  });
});

describe('an achievement', () => {
  it('is found for a problem within the same moment it is listed, and no longer once taken down', async () => {
    const achievement = await givenPublishedAchievement(stranger);
    await test.settle();
    const ask = () =>
      test
        .api()
        .matching.ask({ text: `${heatNeed.title}。${heatNeed.description}`, preview: true });
    expect((await ask()).matches.map(({ id }) => id)).toContain(achievement.id);
    await stranger.api.exchange.withdrawAchievement({
      id: achievement.id,
      version: achievement.version,
      words: '已独家许可。',
    });
    // Even before the index has heard of it.
    expect((await ask()).matches.map(({ id }) => id)).not.toContain(achievement.id);
    await expect(test.api().exchange.getAchievement({ id: achievement.id })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('a need with several dockings', () => {
  it('goes back to the search when the last of them came to nothing', async () => {
    const broker = await givenRole(test, 'broker', '罗予安');
    const need = await givenPublishedNeed(owner, operator);
    const cases = await twoDockings(broker, need.id);
    for (const docking of cases) await endDocking(broker, docking);
    const after = await owner.api.exchange.getNeed({ id: need.id });
    expect(after).toMatchObject({ status: 'published', dockings: 2 });
    expect(after.due).not.toBeNull();
  });

  it('stays answered when one was completed and the other came to nothing later', async () => {
    const broker = await givenRole(test, 'broker', '罗予安');
    const need = await givenPublishedNeed(owner, operator);
    const [first, second] = await twoDockings(broker, need.id);
    await completeDocking(broker, first!);
    expect((await owner.api.exchange.getNeed({ id: need.id })).status).toBe('in_docking');
    await endDocking(broker, second!);
    expect(await owner.api.exchange.getNeed({ id: need.id })).toMatchObject({
      status: 'closed',
      closeReason: 'answered',
    });
  });

  type Case = { id: string; holder: Enterprise };

  async function twoDockings(broker: Person, needId: string): Promise<Case[]> {
    const cases: Case[] = [];
    for (let i = 0; i < 2; i += 1) {
      const holder = await givenEnterprise(test);
      const achievement = await givenPublishedAchievement(holder);
      const { id } = await broker.api.dockings.proposeDocking({
        needId,
        offerKind: 'achievement',
        offerId: achievement.id,
      });
      cases.push({ id, holder });
    }
    return cases;
  }

  async function endDocking(broker: Person, { id }: Case): Promise<void> {
    const { version } = await broker.api.dockings.getDocking({ id });
    await broker.api.dockings.endDocking({
      id,
      version,
      reasonCode: 'budget',
      words: '预算谈不拢。',
    });
  }

  async function completeDocking(broker: Person, { id, holder }: Case): Promise<void> {
    const { api } = broker;
    const step = async () => ({
      id,
      version: (await api.dockings.getDocking({ id })).version,
    });
    await holder.api.dockings.acceptDocking(await step());
    await api.dockings.recordContact({
      ...(await step()),
      channel: 'phone',
      words: '双方都联系上了。',
    });
    await api.dockings.recordMeeting({
      ...(await step()),
      heldOn: '2026-11-23',
      place: '二车间',
      people: 4,
      words: '看了现场。',
    });
    await api.dockings.startNegotiation(await step());
    const file = await api.files.uploadFile({ file: new File(['合同'], '合同.txt') });
    await api.dockings.recordContract({
      ...(await step()),
      type: 'service',
      amountFen: 4_800_000_00,
      technologyAmountFen: 4_100_000_00,
      signedOn: '2026-11-23',
      fileId: file.id,
    });
    await api.dockings.startDelivery({ ...(await step()), deliverBy: '2026-12-20' });
    await owner.api.dockings.completeDocking({ ...(await step()), words: '达到要求。' });
  }
});
