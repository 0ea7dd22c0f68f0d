import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { readConfig, StartError } from '../platform/config/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { lockFolder } from '../platform/db/folder-lock.ts';
import { migrate } from '../platform/db/migrate.ts';
import { preferredLanguage, createTranslator } from '../platform/i18n/languages.ts';
import { platformMessages } from '../platform/i18n/messages.ts';
import { composeApp, type App } from './compose.ts';
import { createLocalDoor } from './local-door.ts';
import { exampleAccounts, loadExamples, type ExampleAccount } from './examples/load-examples.ts';

// One process: portal, workbench, API and worker. `src/app/worker.ts` runs the jobs alone.

const started = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);

/** What was opened, to be closed in the opposite order. */
const opened: (() => Promise<void> | void)[] = [];

let stopping = false;
/** How long the parts may take to close, in milliseconds; then the process ends without them. */
const PATIENCE = 20_000;

function stop(): void {
  // Asked a second time, it does not insist on order: what was acknowledged is on the disk.
  if (stopping) process.exit(1);
  stopping = true;
  setTimeout(() => {
    process.stderr.write('Stopping took too long and was cut short.\n');
    process.exit(1);
  }, PATIENCE).unref();
  void (async () => {
    for (const close of opened.toReversed()) await close();
  })().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`Stopping failed: ${String(error)}\n`);
      process.exit(1);
    },
  );
}

async function start(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const lock = config.databaseUrl === null ? lockFolder(config.dataDir, new Date()) : null;
  opened.push(() => lock?.release());

  // The port is taken first: a taken one is said at once, and whoever comes early is told to wait.
  let app: App | undefined;
  const translator = createTranslator([platformMessages]);
  const door = createLocalDoor();
  const server = createAdaptorServer({
    fetch: async (request, connection) =>
      app === undefined
        ? starting(request, translator)
        : ((await door.answer(request, app)) ?? app.fetch(request, connection)),
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new StartError(
          error.code === 'EADDRINUSE'
            ? `Port ${config.port} on ${config.host} is taken by another program. Stop it, or choose another with PORT=${config.port + 1}.`
            : `Cannot listen on ${config.host}:${config.port} (${error.code}). Check HOST and PORT.`,
        ),
      );
    });
    server.listen(config.port, config.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;

  if (config.databaseUrl === null) say('融通 · opening the embedded database …');
  else say('融通 · connecting to the database …');
  const database = await openDatabase(config);
  opened.push(() => database.close());
  const ran = await migrate(database.pool);
  if (ran.length > 0) say(`融通 · schema brought up to date (${ran.length} migrations)`);
  const composed = await composeApp({ config, database });
  // Closes the database as well, after everything that uses it.
  opened.pop();
  opened.push(() => composed.close());
  opened.push(() => closeServer(server));
  if (config.examples) await loadExamples(composed, say);
  composed.startReaders();
  app = composed;
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  lock?.announce(url, door.key);
  await composed.startJobs();
  greet(url, await exampleAccounts(composed.platform.db));
}

function greet(url: string, accounts: ExampleAccount[]): void {
  say('');
  say(`  融通 is ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  say(`  ${url}`);
  if (accounts.length > 0) {
    say('');
    say('  示例账号 · example accounts');
    for (const { role, email, password, name } of accounts) {
      say(`  ${role.padEnd(11)}${email.padEnd(24)}${password}  ${name}`);
    }
  }
  say('');
}

/** Requests under way get a moment to end. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), 3_000);
  await closed;
  clearTimeout(patience);
}

function starting(request: Request, translator: ReturnType<typeof createTranslator>): Response {
  const translate = translator(preferredLanguage(request.headers.get('accept-language')));
  const { pathname } = new URL(request.url);
  if (pathname === '/healthz') return Response.json({ status: 'ok' });
  if (pathname === '/readyz') return Response.json({ status: 'starting' }, { status: 503 });
  return new Response(translate('platform.starting'), {
    status: 503,
    headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8', refresh: '2' },
  });
}

start().catch((error: unknown) => {
  // Told to stop while it started: what it was doing then fails, and that is no news.
  if (stopping) return;
  if (error instanceof StartError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
