/**
 * The product as a server of its own for `bench/retrieval.ts`, told what to do by its parent:
 * `prepare` imports a generated library, `build` makes the index from zero, `serve` answers on a port.
 */
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createAdaptorServer } from '@hono/node-server';

import { composeApp, type App } from '../src/app/compose.ts';
import { importLibrary, type Library } from '../src/app/import-listings.ts';
import { newId } from '../src/kernel/ids.ts';
import { fenFromWan } from '../src/kernel/money.ts';
import type { ExchangeTables } from '../src/modules/exchange/server/tables.ts';
import { systemActor } from '../src/modules/identity/index.ts';
import { shelfOf } from '../src/modules/matching/server/the-shelf.ts';
import { defineCommand } from '../src/platform/commands/run-command.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { lastOutboxSeq, moveCursor } from '../src/platform/outbox/outbox.ts';
import type { BenchAchievement } from './bench-data.ts';
import { generateListings, type GeneratedLibrary } from './generate-listings.ts';

const [mode = '', dataDir = '', count = '0'] = process.argv.slice(2);
const CHUNK = 10_000;
const REGION = '500118';
/** Milliseconds between two looks at the event loop. */
const RESOLUTION = 1;

const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
const tell = (message: object) => process.send!(message);
const request = { actor: systemActor, requestId: 'bench' };

async function open(): Promise<App> {
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, dataDir);
  const database = await openDatabase({ ...config, databaseUrl: null });
  await migrate(database.pool);
  return composeApp({ config, database });
}

function achievementRow(row: BenchAchievement, organisationId: string, publishedAt: Date) {
  return {
    id: newId(),
    organisationId,
    expertId: null,
    title: row.title,
    abstract: row.abstract,
    keywords: row.keywords,
    regionCode: REGION,
    industryCode: row.industryCode,
    trl: row.trl,
    priceMinFen: row.priceMinWan === null ? null : fenFromWan(row.priceMinWan),
    priceMaxFen: row.priceMaxWan === null ? null : fenFromWan(row.priceMaxWan),
    coopModes: row.coopModes,
    publishedAt,
  };
}

function libraryOf(made: GeneratedLibrary, organisationId: string): Omit<Library, 'organisations'> {
  const now = new Date();
  return {
    achievements: made.achievements.map((row) => achievementRow(row, organisationId, now)),
    experts: made.experts.map((row) => ({
      id: newId(),
      userId: null,
      organisationId: null,
      organisationName: row.org,
      name: row.name,
      title: row.title,
      research: row.research,
      bio: row.bio,
      regionCode: REGION,
    })),
    needs: made.needs.map((row) => ({
      id: newId(),
      organisationId,
      title: row.title,
      description: row.description,
      regionCode: REGION,
      industryCode: row.industryCode,
      budgetFen: row.budgetWan === null ? null : fenFromWan(row.budgetWan),
      months: row.months,
      coopModes: row.coopModes,
      publishedAt: now,
    })),
  };
}

const holder = {
  kind: 'institute' as const,
  name: 'bench',
  uscc: null,
  regionCode: REGION,
  introduction: '',
};

async function prepare(app: App): Promise<void> {
  const organisationId = newId();
  let organisations: Library['organisations'] = [{ id: organisationId, ...holder }];
  for (let from = 0, part = 1; from < Number(count); from += CHUNK, part++) {
    const made = generateListings(Math.min(CHUNK, Number(count) - from), part);
    const library = { organisations, ...libraryOf(made, organisationId) };
    await app.platform.runCommand(request, importLibrary, { isExample: false, library });
    organisations = [];
  }
  tell({ done: true });
}

async function build(app: App): Promise<void> {
  const idle = megabytes();
  const begun = performance.now();
  const cpu = process.cpuUsage();
  await app.feedIndex();
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const listings = await app.platform.retrieval.count();
  tell({ seconds, cpuSeconds: (user + system) / 1e6, listings, megabytes: megabytes() - idle });
}

const change = defineCommand({
  name: 'library.import',
  async run({ tx, now, emit }, input: { id: string; title: string }) {
    await tx
      .withTables<ExchangeTables>()
      .updateTable('achievements')
      .set((row) => ({ title: input.title, version: row.eb('version', '+', 1), updatedAt: now }))
      .where('id', '=', input.id)
      .execute();
    emit({ type: 'achievement.changed', subject: { type: 'achievement', id: input.id } });
  },
});

async function serve(app: App): Promise<void> {
  const { platform } = app;
  const idle = megabytes();
  // What follows each listing on its own has nothing to do with finding them.
  await moveCursor(platform.db, 'matching.standing', await lastOutboxSeq(platform.db));
  await app.skipSubscribers();
  const begun = performance.now();
  app.startReaders();
  await app.settled();
  const restored = performance.now() - begun;
  if (!shelfOf(platform).isWhole()) throw new Error('The readings were not taken into memory.');
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  let cpu = process.cpuUsage();
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  const organisationId = newId();
  await platform.runCommand(request, importLibrary, {
    isExample: false,
    library: {
      organisations: [{ id: organisationId, ...holder, name: 'bench 2' }],
      experts: [],
      achievements: [],
      needs: [],
    },
  });
  process.on('message', (message: { do: string; title?: string; id?: string }) => {
    void (async () => {
      if (message.do === 'reset') {
        delay.reset();
        cpu = process.cpuUsage();
        tell({ done: true });
      }
      if (message.do === 'measure') {
        const late = (share: number) => Math.max(0, delay.percentile(share) / 1e6 - RESOLUTION);
        const { user, system } = process.cpuUsage(cpu);
        tell({
          p99: late(99),
          worst: late(100),
          cpu: (user + system) / 1000,
          megabytes: megabytes() - idle,
          idle,
        });
      }
      if (message.do === 'list') {
        const [made] = generateListings(4, 99).achievements;
        const row = { ...made!, title: message.title!, abstract: `${message.title}。` };
        const achievement = achievementRow(row, organisationId, new Date());
        const library = { organisations: [], experts: [], achievements: [achievement], needs: [] };
        await platform.runCommand(request, importLibrary, { isExample: false, library });
        tell({ id: achievement.id });
      }
      if (message.do === 'change') {
        await platform.runCommand(request, change, { id: message.id!, title: message.title! });
        tell({ done: true });
      }
      if (message.do === 'optimise') {
        const started = performance.now();
        await platform.retrieval.optimise();
        tell({ milliseconds: performance.now() - started });
      }
      if (message.do === 'stop') {
        await app.close();
        process.exit(0);
      }
    })();
  });
  tell({ port: (server.address() as AddressInfo).port, restored });
}

const app = await open();
if (mode === 'serve') await serve(app);
else {
  await (mode === 'build' ? build(app) : prepare(app));
  await app.close();
  process.exit(0);
}
