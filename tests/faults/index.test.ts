import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeApp, type App } from '../../src/app/compose.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  heatNeed,
  type Enterprise,
} from '../support/people.ts';

describe('the search index', () => {
  let test: TestApp;
  let holder: Enterprise;
  let again: App | undefined;
  beforeAll(async () => {
    test = await startTestApp();
    holder = await givenEnterprise(test);
  });
  afterAll(async () => {
    if (again) await again.close();
    fs.rmSync(test.dataDir, { recursive: true, force: true });
  });

  it('comes back by itself when its folder is deleted under the running server', async () => {
    const kept = await givenPublishedAchievement(holder);
    await test.settle();
    const ask = () => test.api().matching.ask({ text: heatNeed.description, preview: true });
    fs.rmSync(test.platform.config.retrievalUri, { recursive: true, force: true });
    // Until it is back an answer is either right or an honest “in a few seconds”, never wrong.
    const meanwhile = await ask().catch((error: { status: number; message: string }) => error);
    if ('status' in meanwhile) {
      expect(meanwhile).toMatchObject({ status: 503, message: expect.stringContaining('重建') });
    } else {
      expect(meanwhile.matches.map(({ id }) => id)).toEqual([kept.id]);
    }
    await test.settle();
    expect((await ask()).matches.map(({ id }) => id)).toEqual([kept.id]);
    await holder.api.exchange.withdrawAchievement({
      id: kept.id,
      version: kept.version,
      words: '换一项新的。',
    });
  });

  it('builds itself anew when its folder was deleted, with all that is listed and nothing else', async () => {
    const kept = await givenPublishedAchievement(holder);
    const gone = await givenPublishedAchievement(holder, { title: '已经撤下的热误差补偿方法' });
    await holder.api.exchange.withdrawAchievement({
      id: gone.id,
      version: gone.version,
      words: '不再提供。',
    });
    await test.settle();
    const { config } = test.platform;
    await test.app.close();
    fs.rmSync(config.retrievalUri, { recursive: true, force: true });
    expect(fs.existsSync(path.join(config.retrievalUri, 'listings.lance'))).toBe(false);

    again = await composeApp({
      config,
      database: await openDatabase({ ...config, poolSize: 5 }),
      clock: test.clock,
    });
    again.startReaders();
    await again.settled();
    const response = await again.fetch(
      new Request('http://rongtong.test/api/match', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: heatNeed.description, preview: true }),
      }),
    );
    const answer = (await response.json()) as { matches: { id: string }[] };
    expect(answer.matches.map(({ id }) => id)).toEqual([kept.id]);
  });
});
