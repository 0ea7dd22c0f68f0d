/**
 * People at their desks: `npm run bench:desks [-- --users 200] [--seconds 60] [--think 5]
 * [--engine both|embedded|postgres] [--json]`. The product's own server runs in a process of its own
 * with the example district; people signed in as its accounts read, search, write and act with
 * pauses to think, mixed as on a working morning. Beside them somebody asks `/healthz` of the same
 * server all the time: what that takes is the least that any answer could take under this load.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { type Account, DeskUser, type Sample, send } from './desk-user.ts';
import { percentiles } from './percentiles.ts';
import { startPostgres } from './postgres.ts';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    think: { type: 'string', default: '5' },
    warm: { type: 'string', default: '10' },
    port: { type: 'string', default: '3106' },
    engine: { type: 'string', default: 'both' },
    json: { type: 'boolean', default: false },
  },
});
const users = Number(values.users);
const seconds = Number(values.seconds);
const warm = Number(values.warm);
/** Mean pause between two things somebody does, in seconds; drawn anew each time. */
const think = Number(values.think);
const port = Number(values.port);
const say = (line: string) => values.json || process.stdout.write(`${line}\n`);

/** Refused for a reason that a page would show: somebody else was faster, or it may not be done now. */
const REFUSED = new Set([403, 404, 409, 422]);
const hasFailed = ({ status }: Sample) => status !== 200 && !REFUSED.has(status);
const HEALTH_EVERY_MS = 100;
const root = path.resolve(import.meta.dirname, '..');

type Run = {
  engine: string;
  users: number;
  perSecond: number;
  load: number;
  cpuShare: number;
  megabytes: number;
  /** What was said by answers that failed, each once. */
  failures: string[];
  kinds: {
    kind: string;
    count: number;
    p50: number;
    p95: number;
    p99: number;
    refused: number;
    failed: number;
  }[];
};

async function startServer(env: Record<string, string>) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-bench-'));
  const child: ChildProcess = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'src/app/main.ts')],
    {
      cwd: root,
      env: {
        ...process.env,
        ...env,
        PORT: String(port),
        DATA_DIR: folder,
        // Each person has an address of its own; all of them sit at this machine.
        TRUST_PROXY: 'on',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended (${child.exitCode}).`);
    const answer = await send(`${origin}/readyz`).catch(() => undefined);
    if (answer?.status === 200) break;
    await pause(200);
  }
  return {
    origin,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function metricsOf(origin: string): Promise<{ cpu: number; megabytes: number }> {
  const { body } = await send(`${origin}/metrics`);
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body)?.[1] ?? 0);
  return {
    cpu: value('process_cpu_seconds_total'),
    megabytes: value('process_resident_memory_bytes') / 2 ** 20,
  };
}

async function measure(engine: string, env: Record<string, string>): Promise<Run> {
  say(`\n${engine}: starting the server …`);
  const server = await startServer(env);
  try {
    const { origin } = server;
    const me = JSON.parse((await send(`${origin}/api/me`)).body) as { exampleAccounts: Account[] };
    const samples: Sample[] = [];
    let counts = false;
    const note = (sample: Sample) => {
      if (counts) samples.push(sample);
    };
    say(`${engine}: ${users} people sign in …`);
    const people: DeskUser[] = [];
    const accounts = me.exampleAccounts.filter(({ role }) => role !== 'admin');
    // Two at once: a password is slow to check on purpose.
    const queue = Array.from({ length: users }, (_none, index) => index);
    const enter = async () => {
      for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
        const address = `10.0.${index >> 8}.${index & 255}`;
        people.push(
          await DeskUser.signIn(origin, accounts[index % accounts.length]!, address, note),
        );
      }
    };
    await Promise.all([enter(), enter()]);

    const stopped = new AbortController();
    const sit = async (person: DeskUser) => {
      await pause(Math.random() * think * 1000);
      while (!stopped.signal.aborted) {
        await person.act();
        // Pauses are distributed as those of people: many short, a few long.
        await pause(Math.min(-Math.log(1 - Math.random()) * think, think * 4) * 1000);
      }
    };
    const health = async () => {
      while (!stopped.signal.aborted) {
        const began = performance.now();
        const answer = await send(`${origin}/healthz`).catch(() => ({ status: 0 }));
        note({ kind: '/healthz', ms: performance.now() - began, status: answer.status });
        await pause(HEALTH_EVERY_MS);
      }
    };
    const working = [...people.map(sit), health()];
    say(`${engine}: ${warm} s to warm up, then ${seconds} s counted …`);
    await pause(warm * 1000);
    const before = await metricsOf(origin);
    counts = true;
    const began = performance.now();
    await pause(seconds * 1000);
    counts = false;
    const lasted = (performance.now() - began) / 1000;
    const after = await metricsOf(origin);
    const load = os.loadavg()[0]!;
    stopped.abort();
    await Promise.all(working);
    return summary({
      engine,
      samples,
      lasted,
      load,
      cpu: after.cpu - before.cpu,
      megabytes: after.megabytes,
    });
  } finally {
    await server.stop();
  }
}

/** What an answer said, without the number of its request. */
const messageOf = (said = ''): string => /"message":"([^"]*)"/.exec(said)?.[1] ?? said;

function summary(run: {
  engine: string;
  samples: readonly Sample[];
  lasted: number;
  load: number;
  cpu: number;
  megabytes: number;
}): Run {
  const byKind = Map.groupBy(run.samples, ({ kind }) => kind);
  const all = run.samples.filter(({ kind }) => kind !== '/healthz');
  const kinds = [...byKind]
    .toSorted(([a], [b]) => (a === '/healthz' ? -1 : b === '/healthz' ? 1 : a < b ? -1 : 1))
    .concat([['all but /healthz', [...all]]])
    .map(([kind, samples]) => ({
      kind,
      count: samples.length,
      ...percentiles(samples.map(({ ms }) => ms)),
      refused: samples.filter(({ status }) => REFUSED.has(status)).length,
      failed: samples.filter(hasFailed).length,
    }));
  return {
    engine: run.engine,
    users,
    perSecond: all.length / run.lasted,
    load: run.load,
    cpuShare: run.cpu / run.lasted,
    megabytes: run.megabytes,
    failures: [
      ...new Set(
        all
          .filter(hasFailed)
          .map(({ kind, status, said }) => `${kind}: ${status} ${messageOf(said)}`),
      ),
    ],
    kinds,
  };
}

function print(run: Run): void {
  say(
    `\n${run.engine}: ${run.users} people, ${run.perSecond.toFixed(1)} requests a second, server ${(run.cpuShare * 100).toFixed(0)} % of a core, ${run.megabytes.toFixed(0)} MB; load of the machine ${run.load.toFixed(1)} on ${os.availableParallelism()} cores`,
  );
  say('| kind | requests | p50 ms | p95 ms | p99 ms | refused | failed |');
  say('|---|---:|---:|---:|---:|---:|---:|');
  for (const { kind, count, p50, p95, p99, refused, failed } of run.kinds) {
    const times = [p50, p95, p99].map((ms) => ms.toFixed(1)).join(' | ');
    say(`| ${kind} | ${count} | ${times} | ${refused} | ${failed} |`);
  }
  for (const failure of run.failures) say(`failed: ${failure}`);
}

const runs: Run[] = [];
if (values.engine !== 'postgres') {
  const run = await measure('embedded database', { DATABASE_URL: '' });
  runs.push(run);
  print(run);
}
if (values.engine !== 'embedded') {
  const postgres = startPostgres(port + 20_000);
  if (!postgres) say('\nPostgreSQL: not here (Debian’s package postgresql), left out.');
  else {
    try {
      const run = await measure(postgres.version, { DATABASE_URL: postgres.url });
      runs.push(run);
      print(run);
    } finally {
      postgres.stop();
    }
  }
}
if (values.json) process.stdout.write(`${JSON.stringify(runs, null, 1)}\n`);
process.exit(0);
