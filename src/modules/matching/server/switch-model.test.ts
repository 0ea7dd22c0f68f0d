import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenRole,
  type Person,
} from '../../../../tests/support/people.ts';
import { FEATURES } from '../domain/features.ts';
import { shippedModel } from '../domain/model.ts';
import { type ModelFile, modelsFolder } from './model-file.ts';
import { forgetRankingSettings } from './ranking-settings.ts';

let test: TestApp;
let admin: Person;
let operator: Person;

const none = Object.fromEntries(FEATURES.map((name) => [name, 0])) as ModelFile['usual'];

/** Ranks by closeness in meaning as a whole alone. */
const other: ModelFile = {
  ...shippedModel,
  version: '2026-11-23-whole',
  weights: { achievement: { ...none, nearWhole: 1 }, expert: { ...none, nearWhole: 1 } },
  usual: none,
  provenance: {
    madeAt: '2026-11-23T01:00:00.000Z',
    kinds: [
      {
        kind: 'achievement',
        verdict: 'better',
        questions: 12,
        validation: {
          overall: { before: 0.7, after: 0.8, gain: { mean: 0.1, lo: 0.05, hi: 0.15 } },
        },
      },
      { kind: 'expert', verdict: 'too-few', questions: 0 },
    ],
  },
};

function givenFile(name: string, content: string): void {
  fs.mkdirSync(modelsFolder(test.dataDir), { recursive: true });
  fs.writeFileSync(path.join(modelsFolder(test.dataDir), `${name}.json`), content);
}

beforeAll(async () => {
  test = await startTestApp();
  admin = await givenRole(test, 'admin', undefined, null);
  operator = await givenRole(test, 'operator');
  await givenPublishedAchievement(await givenEnterprise(test));
  await test.settle();
  givenFile(other.version, JSON.stringify(other));
});
afterAll(() => test.close());

const answer = async () => {
  const { model, matches } = await test.api().matching.ask({ text: '机床主轴热误差怎么补偿' });
  return { model, score: matches[0]?.score };
};
const problemOf = (version: string) =>
  admin.api.matching.switchModel({ version }).then(
    () => undefined,
    ({ status, message }: { status: number; message: string }) => ({ status, message }),
  );

describe('switching the model of ranking', () => {
  it('takes effect at once, with audit and event, and back again', async () => {
    const before = await answer();
    expect(before.model).toBe(shippedModel.version);

    const { items } = await admin.api.matching.switchModel({ version: other.version });
    expect(items.map(({ version, inUse, shipped }) => [version, inUse, shipped])).toEqual([
      [shippedModel.version, false, true],
      [other.version, true, false],
    ]);
    expect(items[1]).toMatchObject({
      madeAt: '2026-11-23T01:00:00.000Z',
      figures: [
        {
          kind: 'achievement',
          taken: true,
          questions: 12,
          before: 0.7,
          after: 0.8,
          lo: 0.05,
          hi: 0.15,
        },
      ],
    });
    const after = await answer();
    expect(after.model).toBe(other.version);
    expect(after.score).not.toBeCloseTo(before.score!, 2);

    const { rows: events } = await test.platform.pool.query(
      "select subject_id, data from outbox where type = 'match.model_switched'",
    );
    expect(events).toEqual([
      { subject_id: other.version, data: { from: shippedModel.version, to: other.version } },
    ]);
    const { rows: audits } = await test.platform.pool.query(
      "select actor_id from audit_entries where action = 'match.switch-model'",
    );
    expect(audits).toEqual([{ actor_id: admin.userId }]);

    await admin.api.matching.switchModel({ version: 'shipped' });
    expect(await answer()).toEqual(before);
  });

  it('is the administrator’s, since one model ranks for all regions', async () => {
    await expect(operator.api.matching.switchModel({ version: 'shipped' })).rejects.toMatchObject({
      status: 403,
    });
    const { mayUse, items } = await operator.api.matching.listModels({});
    expect(mayUse).toBe(false);
    expect(items.some(({ version }) => version === other.version)).toBe(true);
  });

  it('refuses what it cannot use with the reason, and the running one stays', async () => {
    givenFile('torn', '{"version": ');
    givenFile(
      'newer',
      JSON.stringify({
        ...other,
        version: 'newer',
        weights: { ...other.weights, expert: { smell: 1 } },
      }),
    );
    await admin.api.matching.switchModel({ version: other.version });
    expect(await problemOf('gone')).toMatchObject({
      status: 422,
      message: expect.stringMatching(/模型 gone 不能用.*no model file/),
    });
    expect(await problemOf('torn')).toMatchObject({ message: expect.stringContaining('not JSON') });
    expect(await problemOf('newer')).toMatchObject({ message: expect.stringContaining('smell') });
    const { items } = await admin.api.matching.listModels({});
    expect(items.find(({ version }) => version === 'torn')!.problem).toContain('not JSON');
    expect((await answer()).model).toBe(other.version);
  });

  it('goes on without the file it came from, and does not let a version change its meaning', async () => {
    await admin.api.matching.switchModel({ version: 'shipped' });
    givenFile(other.version, JSON.stringify({ ...other, floor: 0.1 }));
    expect(await problemOf(other.version)).toMatchObject({ status: 409 });
    fs.rmSync(path.join(modelsFolder(test.dataDir), `${other.version}.json`));
    await admin.api.matching.switchModel({ version: other.version });
    expect((await answer()).model).toBe(other.version);
  });

  it('is followed by a server that another process told nothing, and survives a model gone bad', async () => {
    await admin.api.matching.switchModel({ version: other.version });
    await answer();
    // As another process would: by the database alone.
    await test.platform.pool.query(
      `update settings set value = '"${shippedModel.version}"' where key = 'matching.model'`,
    );
    forgetRankingSettings(test.platform);
    expect((await answer()).model).toBe(shippedModel.version);

    await test.platform.pool.query("update ranking_models set model = '{}'");
    await test.platform.pool.query(
      `update settings set value = '"${other.version}"' where key = 'matching.model'`,
    );
    forgetRankingSettings(test.platform);
    expect((await answer()).model).toBe(shippedModel.version);
  });
});
