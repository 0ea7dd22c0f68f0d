import { AsyncLocalStorage } from 'node:async_hooks';
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
  handle: (data: Data) => Promise<void>;
};

export type Jobs = {
  /** Makes the queues; needed before anything is sent. */
  prepare(jobs: readonly Job<never>[]): Promise<void>;
  /** Enqueues within a transaction: the job exists if and only if the transaction commits. */
  send(tx: Tx, name: string, data: object, options?: { singletonKey?: string }): Promise<void>;
  /** Works on the queues from now on, and keeps the schedules. */
  start(jobs: readonly Job<never>[]): Promise<void>;
  stop(): Promise<void>;
};

type QueueDatabase = ReturnType<typeof fromKysely>;

export function createJobs(
  pool: pg.Pool,
  { onError }: { onError: (error: unknown) => void },
): Jobs {
  // While something is being sent, every statement of the queue, its look-ups too, must go through
  // the sender's transaction: the embedded database has no second session for them.
  const sending = new AsyncLocalStorage<QueueDatabase>();
  const db: QueueDatabase = {
    executeSql: (text, values) =>
      sending.getStore()?.executeSql(text, values) ?? pool.query(text, values as unknown[]),
  };
  const create = (role: 'sender' | 'worker') => {
    const boss = new PgBoss({
      db,
      schema: 'jobs',
      supervise: role === 'worker',
      schedule: role === 'worker',
      migrate: role === 'sender',
    });
    // What its timers find missing while everything closes is no error.
    boss.on('error', (error) => stopping || onError(error));
    boss.on('warning', () => undefined);
    return boss;
  };
  const sender = create('sender');
  let worker: PgBoss | undefined;
  let starting: Promise<void> | undefined;
  let stopping = false;

  async function startWorker(jobs: readonly Job<never>[]): Promise<void> {
    worker = create('worker');
    await worker.start();
    for (const job of jobs) {
      if (job.cron) await worker.schedule(job.name, job.cron, {}, { tz: 'Asia/Shanghai' });
      const { handle } = job as Job;
      // A batch a second; each job of it succeeds, or fails and is tried again, by itself.
      const options = { pollingIntervalSeconds: 1, batchSize: 20, perJobResults: true } as const;
      await worker.work<object, unknown, typeof options>(job.name, options, (batch) =>
        Promise.all(
          batch.map(({ id, data }) =>
            handle(data).then(
              () => ({ id, status: 'completed' as const }),
              (error: unknown) => {
                onError(error);
                return { id, status: 'failed' as const, output: { message: String(error) } };
              },
            ),
          ),
        ),
      );
    }
  }

  return {
    async prepare(jobs) {
      await sender.start();
      for (const job of jobs) {
        await sender.createQueue(job.name, {
          retryLimit: job.retryLimit ?? 5,
          retryBackoff: true,
          retryDelay: 5,
        });
      }
    },
    send: (tx, name, data, sendOptions = {}) =>
      sending.run(fromKysely(tx), async () => {
        await sender.send(name, data, sendOptions);
      }),
    start(jobs) {
      starting = startWorker(jobs);
      return starting;
    },
    async stop() {
      stopping = true;
      // A queue that is stopped while it starts would start all the same, and never stop.
      await starting?.catch(() => undefined);
      await worker?.stop({ graceful: true, timeout: 5_000, close: false });
      await sender.stop({ graceful: false, close: false });
    },
  };
}
