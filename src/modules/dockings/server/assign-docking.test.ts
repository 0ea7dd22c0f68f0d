import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
} from '../../../../tests/support/people.ts';

describe('a case that nobody brokers', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('is given to a broker of the region by the operator, with a new deadline and a reason', async () => {
    const asker = await givenEnterprise(test);
    const holder = await givenEnterprise(test);
    const operator = await givenRole(test, 'operator', '许知勤');
    const broker = await givenRole(test, 'broker', '沈牧之');
    const outsider = await givenRole(test, 'broker', '外区', '500117');
    const need = await givenPublishedNeed(asker, operator);
    const achievement = await givenPublishedAchievement(holder);
    const { id, version } = await asker.api.dockings.proposeDocking({
      needId: need.id,
      offerKind: 'achievement',
      offerId: achievement.id,
    });
    const accepted = await holder.api.dockings.acceptDocking({ id, version });
    expect(accepted).toMatchObject({ turn: 'broker', waitingFor: '运营员', brokerName: null });

    test.clock.set('2026-11-26T02:00:00Z');
    await test.app.keepClocks();
    const stuck = await operator.api.dockings.getDocking({ id });
    expect(stuck).toMatchObject({ escalated: true, myTurn: true });
    expect(await operator.api.dockings.listBrokers()).toEqual([
      { id: broker.userId, name: '沈牧之', openCases: 0 },
    ]);
    const give = (brokerId: string) =>
      operator.api.dockings.assignDocking({
        id,
        version: stuck.version,
        brokerId,
        words: '请沈牧之跟进，企业催得急。',
      });
    await expect(give(outsider.userId)).rejects.toMatchObject({
      status: 400,
      message: '请选择本地区在任的技术经理人。',
    });
    const given = await give(broker.userId);
    expect(given).toMatchObject({ brokerName: '沈牧之', waitingFor: '沈牧之', escalated: false });
    expect(given.due?.at).toBe('2026-11-30T10:00:00.000Z');
    expect(given.history[0]).toMatchObject({
      action: 'assign',
      actorSide: 'operator',
      words: '请沈牧之跟进，企业催得急。',
    });
    expect((await broker.api.dockings.getDocking({ id })).myTurn).toBe(true);
    expect((await operator.api.dockings.listBrokers())[0]?.openCases).toBe(1);
  });
});
