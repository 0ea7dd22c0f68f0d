import { PgBoss, fromKysely } from 'pg-boss';
import type pg from 'pg';
import type { Tx } from '../db/database.ts';

/**
 * Work to be done later, once, by any of the running workers. A handler may run again after a
 * crash, so it must bear repetition. `cron` is in China time.
 */
export type Job<Data extends object = object> = {
  name: string;
  cron?: string;
  retryLimit?: number;
  handle(data: Data): Promise<void>;
};

export type Jobs = {
  /** Enqueues within a transaction: the job exists if and only if the transaction commits. */
  send(tx: Tx, name: string, data: object, options?: { singletonKey?: string }): Promise<void>;
  start(jobs: readonly Job<never>[]): Promise<void>;
  stop(): Promise<void>;
};

export function createJobs(pool: pg.Pool, options: { onError: (error: unknown) => void }): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    schema: 'jobs',
    // Reports of the queue's own health are ours to make (telemetry), not the console's.
    persistWarnings: false,
  });
  boss.on('error', options.onError);
  boss.on('warning', () => undefined);
  return {
    async send(tx, name, data, sendOptions = {}) {
      await boss.send(name, data, { ...sendOptions, db: fromKysely(tx) });
    },
    async start(jobs) {
      await boss.start();
      for (const job of jobs) {
        await boss.createQueue(job.name, {
          retryLimit: job.retryLimit ?? 5,
          retryBackoff: true,
          retryDelay: 5,
        });
        if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Shanghai' });
        await boss.work(job.name, { pollingIntervalSeconds: 1 }, async ([work]) => {
          if (work) await job.handle(work.data as never);
        });
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000, close: false });
    },
  };
}
