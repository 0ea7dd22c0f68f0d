import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJobs, type Job } from '../../src/platform/jobs/jobs.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

describe('a job', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('runs once though two workers run', async () => {
    const count = 30;
    const ran: string[] = [];
    let done: () => void;
    const finished = new Promise<void>((resolve) => (done = resolve));
    const job: Job<{ name: string }> = {
      name: 'test.count',
      async handle({ name }) {
        ran.push(name);
        if (ran.length >= count) done();
      },
    };
    const workers = [0, 1].map(() =>
      createJobs(test.platform.pool, {
        onError: (error) => {
          throw error;
        },
      }),
    );
    await workers[0]!.prepare([job]);
    await workers[1]!.prepare([job]);
    const names = Array.from({ length: count }, (_, index) => `job ${index}`);
    await test.platform.db.transaction().execute(async (tx) => {
      for (const name of names) await workers[0]!.send(tx, job.name, { name });
    });
    await Promise.all(workers.map((worker) => worker.start([job])));
    await finished;
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(ran.sort()).toEqual(names.sort());
  });

  it('is not there when the transaction that sent it failed', async () => {
    const jobs = createJobs(test.platform.pool, { onError: () => undefined });
    const job: Job = { name: 'test.never', handle: async () => undefined };
    await jobs.prepare([job]);
    await expect(
      test.platform.db.transaction().execute(async (tx) => {
        await jobs.send(tx, job.name, {});
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const { rows } = await test.platform.pool.query<{ count: number }>(
      `select count(*)::int as count from jobs.job where name = 'test.never'`,
    );
    expect(rows[0]?.count).toBe(0);
    await jobs.stop();
  });
});
