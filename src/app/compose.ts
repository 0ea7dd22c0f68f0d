import path from 'node:path';
import type { Readable } from 'node:stream';
import { systemClock, type Clock } from '../kernel/clock.ts';
import { visitor, type Actor } from '../kernel/policy.ts';
import {
  accountNames,
  createAccountMail,
  createAuth,
  loadActor,
  systemActor,
  type Auth,
} from '../modules/identity/index.ts';
import { expertIdsOf } from '../modules/directory/index.ts';
import { readingFormat } from '../modules/matching/index.ts';
import { createKinds, createNotices } from '../modules/notifications/index.ts';
import { streamBackup } from '../platform/backup/make-backup.ts';
import { openSnapshot } from '../platform/backup/snapshot.ts';
import { keepClocks } from '../platform/clocks/clock-job.ts';
import { createCommandRunner, type CommandRunner } from '../platform/commands/run-command.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database, Db, Tx } from '../platform/db/database.ts';
import { openDocuments } from '../platform/documents/documents.ts';
import { openEndpoints } from '../platform/embeddings/open-endpoints.ts';
import { openFileStore } from '../platform/files/files.ts';
import { createGuard } from '../platform/http/request.ts';
import { createTranslator } from '../platform/i18n/languages.ts';
import { createJobs } from '../platform/jobs/jobs.ts';
import { openMailer } from '../platform/mail/mail.ts';
import { advanceSubscriber, lastOutboxSeq, moveCursor } from '../platform/outbox/outbox.ts';
import { advancePrepared } from '../platform/outbox/prepared-subscriber.ts';
import { startTail, type Tail } from '../platform/outbox/tail.ts';
import type { Platform } from '../platform/platform.ts';
import { createIndexFeed } from '../platform/retrieval/index-feed.ts';
import { openRetrieval } from '../platform/retrieval/retrieval.ts';
import { createLogger, createMetrics } from '../platform/telemetry/telemetry.ts';
import { createKeyActors } from '../modules/interchange/server/key-actors.ts';
import { scopedRoutes } from './api-scopes.ts';
import { createHttp } from './http.ts';
import {
  buildModules,
  catalogs,
  createDocuments,
  createRouter,
  noticeKinds,
  policy,
} from './modules.ts';
import { lastNightly, nightlyBackupJob } from './nightly-backup.ts';

export type App = {
  platform: Platform;
  auth: Auth;
  /** Answers one request; the same code for the network and for tests. */
  fetch: (request: Request, connection?: object) => Promise<Response>;
  /** Reads the outbox: the search index, and the subscribers of all modules. */
  startReaders(): void;
  /** Brings the search index up to date without the readers; for use before they run. */
  feedIndex(): Promise<void>;
  /** Lets the subscribers that act begin after all events so far; those that only derive read them all. */
  skipSubscribers(): Promise<void>;
  /** Lets every clock that is due have its say, as the job does each minute. Returns how many had. */
  keepClocks(): Promise<number>;
  /** Runs queued and scheduled jobs. */
  startJobs(): Promise<void>;
  /** Resolves when the index and all subscribers have caught up with every event so far. */
  settled(): Promise<void>;
  /** Resolves when the work in the background has nothing left that can be done now. */
  backgroundSettled(): Promise<void>;
  /** Everything in one stream, as it stands now, while everybody goes on. */
  backup(): Promise<Readable>;
  close(): Promise<void>;
};

/**
 * Puts the whole together over an open, migrated database. Nothing runs by itself until
 * `startReaders` and `startJobs`.
 */
export async function composeApp(options: {
  config: Config;
  database: Database;
  clock?: Clock;
}): Promise<App> {
  const { config, database } = options;
  const clock = options.clock ?? systemClock;
  const log = createLogger(config.logLevel);
  const metrics = createMetrics();
  const { db, pool } = database;
  const retrieval = await openRetrieval({
    uri: config.retrievalUri,
    readingFormat: await readingFormat(),
  });
  const tails: Tail[] = [];
  const background: Tail[] = [];
  const closing = new AbortController();
  const onError = (where: string) => (error: unknown) => log.error({ err: error }, where);

  const run = createCommandRunner({
    db,
    policy,
    clock,
    onCommitted: () => {
      for (const tail of [...tails, ...background]) tail.wake();
    },
  });
  const runCommand: CommandRunner = async (request, command, input) => {
    try {
      const output = await run(request, command, input);
      metrics.commands.inc({ command: command.name, outcome: 'done' });
      return output;
    } catch (error) {
      metrics.commands.inc({ command: command.name, outcome: 'refused' });
      throw error;
    }
  };

  const jobs = createJobs(pool, { onError: onError('jobs') });
  const translator = createTranslator(catalogs);
  const platform: Platform = {
    config,
    db,
    pool,
    clock,
    log,
    metrics,
    guard: createGuard(policy),
    runCommand,
    translator,
    jobs,
    files: openFileStore(path.join(config.dataDir, 'files')),
    documents: openDocuments(onError('documents')),
    mailer: openMailer({ ...config.mail, folder: path.join(config.dataDir, 'mail') }),
    notices: createNotices({
      config,
      clock,
      jobs,
      translator,
      kinds: createKinds(noticeKinds, []),
    }),
    retrieval,
    ...openEndpoints({ ...config, db, clock, log, metrics }),
  };
  const backup = async (): Promise<Readable> => {
    const snapshot = await openSnapshot(database, config.dataDir);
    const engine = database.embedded ? 'embedded' : 'server';
    return streamBackup({ snapshot, config, engine, now: clock.now() });
  };
  const accountActor = (userId: string, tx?: Tx) => actorOfAccount(platform, userId, tx);
  const keyActor = createKeyActors(platform, accountActor, scopedRoutes);
  const modules = buildModules(platform, accountActor);
  const allJobs = [
    ...modules.jobs,
    // A server has tools of its own for this, and somebody who runs it.
    ...(database.embedded ? [nightlyBackupJob({ ...platform, backup })] : []),
  ];
  metrics.lastBackup.set((lastNightly(config.dataDir)?.getTime() ?? 0) / 1000);
  await jobs.prepare(allJobs);
  const feed = createIndexFeed({
    db,
    retrieval,
    sources: modules.retrieval,
    reader: modules.reader,
  });
  const auth = createAuth({
    db,
    config,
    sendMail: createAccountMail(platform),
    onError: (message) => log.error({ message }, 'auth'),
  });

  let readersRun = false;
  const http = createHttp({
    platform,
    router: createRouter(platform, modules.digest),
    documents: createDocuments(platform, accountActor),
    auth: (request) => auth.handler(request),
    actorOf: async (headers) => (await keyActor(headers)) ?? actorOf(platform, auth, headers),
    ready: () => readersRun,
    indexLag: () => feed.lag(),
  });

  return {
    platform,
    auth,
    fetch: async (request, connection) => http.fetch(request, connection),
    startReaders() {
      readersRun = true;
      const follow = (name: string, step: () => Promise<number>) => {
        tails.push(startTail({ step, everyMs: 2_000, onError: onError(name) }));
      };
      follow('index', async () => {
        const passed = await feed.step();
        // Some read only what the index has taken in.
        if (passed > 0) for (const tail of tails) tail.wake();
        return passed;
      });
      for (const subscriber of modules.subscribers) {
        follow(subscriber.name, () =>
          'prepare' in subscriber
            ? advancePrepared(db, subscriber)
            : advanceSubscriber(db, subscriber),
        );
      }
      for (const { name, step } of modules.background) {
        const onFailure = onError(name);
        background.push(
          startTail({
            step: () => step(closing.signal),
            everyMs: 2_000,
            onError: (error) => closing.signal.aborted || onFailure(error),
          }),
        );
      }
    },
    async feedIndex() {
      while ((await feed.step()) > 0);
    },
    async skipSubscribers() {
      const head = await lastOutboxSeq(db);
      for (const { name, derives } of modules.subscribers) {
        if (derives !== true) await moveCursor(db, name, head);
      }
    },
    keepClocks: () => keepClocks(platform, modules.clocks, systemActor),
    async startJobs() {
      await jobs.start(allJobs);
    },
    async settled() {
      const [index, ...others] = tails;
      await index?.settled();
      await Promise.all(others.map((tail) => tail.settled()));
    },
    async backgroundSettled() {
      await Promise.all(background.map((tail) => tail.settled()));
    },
    backup,
    async close() {
      closing.abort(new Error('closing'));
      await Promise.all([...tails, ...background].map((tail) => tail.stop()));
      await jobs.stop();
      await platform.documents.close();
      await retrieval.close();
      await database.close();
    },
  };
}

async function actorOf(platform: Platform, auth: Auth, headers: Headers): Promise<Actor> {
  // Most visitors have no cookie: they cost no query.
  if (!headers.get('cookie')?.includes('rongtong.')) return visitor;
  const session = await auth.api.getSession({ headers });
  if (!session) return visitor;
  return actorOfUser(platform, session.user);
}

/** Whoever left something to a job or asks by a key, as they are now. */
async function actorOfAccount(platform: Platform, userId: string, tx?: Tx): Promise<Actor> {
  const name = (await accountNames(tx ?? platform.db, [userId])).get(userId);
  return name === undefined ? visitor : actorOfUser(platform, { id: userId, name }, tx);
}

const actorOfUser = (
  { db, clock }: Platform,
  { id, name }: { id: string; name: string },
  tx: Db | Tx = db,
) => loadActor(tx, { id, name }, clock.now(), (userId) => expertIdsOf(tx, userId));
