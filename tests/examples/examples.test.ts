import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExamples } from '../../src/app/examples/load-examples.ts';
import { removeExamples } from '../../src/app/examples/remove-examples.ts';
import { systemActor } from '../../src/modules/identity/index.ts';
import { verifyAudit } from '../../src/platform/audit/verify-audit.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  heatNeed,
} from '../support/people.ts';

describe('the example district', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    await loadExamples(test.app, () => undefined);
    await test.settle();
  }, 120_000);
  afterAll(() => test.close());

  const rows = async (query: string) =>
    (await sql.raw<Record<string, number>>(query).execute(test.platform.db)).rows[0]!;

  it('is marked as example on every page, and answers a problem with reasons', async () => {
    const api = test.api();
    const me = await api.identity.getMe();
    expect(me.examples).toBe(true);
    expect(me.exampleAccounts.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['admin', 'operator', 'broker', 'enterprise', 'expert']),
    );
    const answer = await api.matching.ask({ text: `${heatNeed.title}。${heatNeed.description}` });
    expect(answer.matches.length).toBeGreaterThan(0);
    for (const match of answer.matches) {
      expect(match.isExample).toBe(true);
      expect(match.reasons.length).toBeGreaterThan(0);
    }
  });

  it('shows a funnel that narrows from step to step, counted from what happened', async () => {
    const { stages, includesExamples } = await test.api().dockings.getFunnel({});
    const counts = stages.map(({ count }) => count);
    expect(includesExamples).toBe(true);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.every((count) => count > 0)).toBe(true);
  });

  it('has living cases: some go on, one waits too long, some have ended, each with its reason', async () => {
    const { rows: cases } = await sql<{ status: string; late: boolean }>`
      select status, coalesce(due_at < ${test.clock.now()}, false) as late from dockings`.execute(
      test.platform.db,
    );
    const statuses = new Set(cases.map(({ status }) => status));
    for (const status of [
      'proposed',
      'declined',
      'contracted',
      'delivering',
      'completed',
      'failed',
    ]) {
      expect(statuses).toContain(status);
    }
    expect(cases.filter(({ late }) => late)).toHaveLength(1);
  });

  it('is not loaded a second time', async () => {
    expect(await loadExamples(test.app, () => undefined)).toBe(false);
  });

  it('is removed whole by one command, and nothing else is', async () => {
    const owner = await givenEnterprise(test, { name: '真的厂' });
    const achievement = await givenPublishedAchievement(owner);
    const operator = await givenRole(test, 'operator');
    // A real need that was docked with an example: the case goes with the example, the need stays.
    const need = await givenPublishedNeed(owner, operator);
    const answer = await owner.api.matching.matchNeed({ id: need.id });
    const example = answer.matches.find(({ isExample }) => isExample)!;
    await owner.api.dockings.proposeDocking({
      needId: need.id,
      offerKind: example.kind,
      offerId: example.id,
    });
    await test.platform.runCommand(
      { actor: systemActor, requestId: 'test' },
      removeExamples,
      undefined,
    );
    await test.settle();
    const left = await rows(`select
      (select count(*) from needs) as needs,
      (select count(*) from achievements) as achievements,
      (select count(*) from organisations) as organisations,
      (select count(*) from experts) as experts,
      (select count(*) from dockings) as dockings,
      (select count(*) from docking_entries) as entries,
      (select count(*) from users where is_example) as accounts,
      (select count(*) from users) as people`);
    expect(left).toEqual({
      needs: 1,
      achievements: 1,
      organisations: 1,
      experts: 0,
      dockings: 0,
      entries: 0,
      accounts: 0,
      people: 2,
    });
    expect((await owner.api.exchange.getNeed({ id: need.id })).status).toBe('published');
    const after = await test.api().matching.ask({ text: heatNeed.description });
    expect(after.matches.map(({ id }) => id)).toEqual([achievement.id]);
    expect(await test.platform.retrieval.count()).toBe(2);
    expect((await operator.api.identity.getMe()).examples).toBe(false);
    expect(await verifyAudit(test.platform.db)).toMatchObject({ intact: true });
    expect(await loadExamples(test.app, () => undefined)).toBe(false);
  });
});
