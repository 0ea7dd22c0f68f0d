import { createAdaptorServer } from '@hono/node-server';
import { readConfig, StartError } from '../platform/config/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { lockFolder } from '../platform/db/folder-lock.ts';
import { migrate } from '../platform/db/migrate.ts';
import { preferredLanguage, createTranslator } from '../platform/i18n/languages.ts';
import { platformMessages } from '../platform/i18n/messages.ts';
import { composeApp, type App } from './compose.ts';
import { exampleAccounts, loadExamples } from './examples/load-examples.ts';

// One process: portal, workbench, API and worker. `src/app/worker.ts` runs the jobs alone.

const started = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const lock = config.databaseUrl === null ? lockFolder(config.dataDir, new Date()) : null;

  // The port is taken first: a taken one is said at once, and whoever comes early is told to wait.
  let app: App | undefined;
  const translator = createTranslator([platformMessages]);
  const server = createAdaptorServer({
    fetch: (request: Request) => app?.fetch(request) ?? starting(request, translator),
  });
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
  const ran = await migrate(database.pool);
  if (ran.length > 0) say(`融通 · schema brought up to date (${ran.length} migrations)`);
  const composed = await composeApp({ config, database });
  if (config.examples) await loadExamples(composed, say);
  composed.startReaders();
  app = composed;
  lock?.announce(`http://${config.host}:${port}`);

  say('');
  say(`  融通 is ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  say(`  http://${config.host}:${port}`);
  const accounts = await exampleAccounts(composed.platform.db);
  if (accounts.length > 0) {
    say('');
    say('  示例账号 · example accounts');
    for (const account of accounts) {
      say(
        `  ${account.role.padEnd(11)}${account.email.padEnd(34)}${account.password}  ${account.name}`,
      );
    }
  }
  say('');
  await composed.startJobs();

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    // Requests under way get a moment to end; then the parts close in order.
    setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      3_000,
    ).unref();
    void composed
      .close()
      .then(() => lock?.release())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
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
  if (error instanceof StartError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
