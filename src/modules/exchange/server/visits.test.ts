import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenRole,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';

let test: TestApp;
let visited: Enterprise;
let other: Enterprise;
let operator: Person;
let far: Person;
beforeAll(async () => {
  test = await startTestApp();
  visited = await givenEnterprise(test);
  other = await givenEnterprise(test);
  operator = await givenRole(test, 'operator', '沈怀瑾');
  far = await givenRole(test, 'operator', '外区', '500117');
});
afterAll(() => test.close());

const status = (failing: Promise<unknown>) =>
  failing.then(
    () => 200,
    (error: { status: number }) => error.status,
  );
const words = {
  visitedOn: '2026-11-20',
  visitors: '沈怀瑾、李技术经理',
  met: '林厂长',
  situation: '机械加工，60 人。',
  problem: '早上第一件和下午的件尺寸差三四丝，开机三小时后孔深跑偏。',
  wanted: '全天稳定在 1 丝以内。',
};

describe('a visit record', () => {
  it('is read by operators and brokers of the region and by the visited organisation alone', async () => {
    const visit = await operator.api.exchange.recordVisit({
      organisationId: visited.organisationId,
      ...words,
    });
    const broker = await givenRole(test, 'broker');
    for (const person of [operator, broker, visited]) {
      expect(await status(person.api.exchange.getVisit({ id: visit.id }))).toBe(200);
      expect((await person.api.exchange.listVisits({})).total).toBe(1);
    }
    for (const person of [far, other]) {
      expect(await status(person.api.exchange.getVisit({ id: visit.id }))).toBe(404);
      expect((await person.api.exchange.listVisits({})).total).toBe(0);
    }
    expect(await status(test.api().exchange.getVisit({ id: visit.id }))).toBe(404);
    const revise = (person: Person, by: number) =>
      status(person.api.exchange.reviseVisit({ ...words, id: visit.id, version: by, met: '林总' }));
    expect(await revise(visited, visit.version)).toBe(403);
    expect(await revise(broker, visit.version)).toBe(200);
    expect(await revise(operator, visit.version)).toBe(409);
    const tomorrow = { ...words, organisationId: visited.organisationId, visitedOn: '2026-11-24' };
    expect(await status(operator.api.exchange.recordVisit(tomorrow))).toBe(400);
  });

  it('becomes a draft of the visited organisation, which alone hands it in', async () => {
    const visit = await operator.api.exchange.recordVisit({
      organisationId: visited.organisationId,
      ...words,
    });
    const { id } = await operator.api.exchange.draftNeedFromVisit({
      id: visit.id,
      title: '早晚尺寸差三四丝',
      description: words.problem,
    });
    await test.settle();
    const { rows } = await test.platform.pool.query<{ text: string; path: string }>(
      `select text, path from notices where user_id = $1 and kind = 'visit'`,
      [visited.userId],
    );
    expect(rows).toMatchObject([{ path: `/needs/${id}/edit` }]);
    expect(rows[0]!.text).toContain('沈怀瑾');

    const draft = await visited.api.exchange.getNeed({ id });
    expect(draft).toMatchObject({ status: 'draft', mine: true, visit: { id: visit.id } });
    expect(draft.history).toMatchObject([{ action: 'draftFromVisit', actorName: '沈怀瑾' }]);
    expect(await status(other.api.exchange.getNeed({ id }))).toBe(404);
    expect(await status(operator.api.exchange.submitNeed({ id, version: draft.version }))).toBe(
      403,
    );
    await visited.api.exchange.submitNeed({ id, version: draft.version });
    const { needs } = await operator.api.exchange.getVisit({ id: visit.id });
    expect(needs).toMatchObject([{ id, status: 'submitted' }]);

    // Once it is public, where it came from stays between those who may read the record.
    const { version } = await operator.api.exchange.getNeed({ id });
    await operator.api.exchange.publishNeed({ id, version });
    expect((await test.api().exchange.getNeed({ id })).visit).toBeNull();
    expect((await operator.api.exchange.getNeed({ id })).visit).toMatchObject({ id: visit.id });
  });

  it('gives whoever wrote the draft no more of what its owner adds and closes', async () => {
    const visit = await operator.api.exchange.recordVisit({
      organisationId: visited.organisationId,
      ...words,
    });
    const { id } = await operator.api.exchange.draftNeedFromVisit({
      id: visit.id,
      title: '早晚尺寸差三四丝',
      description: words.problem,
    });
    const draft = await visited.api.exchange.getNeed({ id });
    const secret = '换过两家的铌酸锂夹具';
    await visited.api.exchange.reviseNeed({
      id,
      version: draft.version,
      regionCode: draft.regionCode,
      title: draft.title,
      description: draft.description,
      tier: 'on_request',
      details: { metrics: [], tried: secret, limits: '', scale: '', more: '' },
    });
    const data = async (person: Person) =>
      (await test.fetch('/api/my/data.json', { headers: { cookie: person.cookie } })).text();
    expect(await data(operator)).toContain(visit.id);
    expect(await data(operator)).not.toContain(secret);
  });
});
