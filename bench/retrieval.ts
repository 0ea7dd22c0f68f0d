/**
 * How fast a large library answers: `npm run bench:retrieval [-- --listings 100000] [--questions 400]
 * [--limit 10] [--no-rivals] [--json]`. Generates listings, imports them by the product's own import, and asks the
 * product's own server over a socket; MiniSearch and Orama take in the same text. Everything runs in
 * processes of its own, one after the other.
 */
import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import { Agent, request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { generateListings } from './generate-listings.ts';
import { type Percentiles, percentiles } from './percentiles.ts';
import { RIVALS } from './rivals.ts';

const { values } = parseArgs({
  options: {
    listings: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '400' },
    limit: { type: 'string', default: '10' },
    'no-rivals': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const listings = Number(values.listings);
const questions = Number(values.questions);
/** Explained answers of each of the two kinds. */
const limit = Number(values.limit);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-bench-'));
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const children = new Set<ChildProcess>();
const say = (line: string) => values.json || process.stdout.write(`${line}\n`);
const ms = (value: number) => `${value.toFixed(1)} ms`;
const timed = ({ p50, p95, p99 }: Percentiles) => `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}`;

/** A child process, and what it tells next. */
function start(file: string, args: readonly string[]) {
  const child = fork(new URL(file, import.meta.url), args, {
    execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  const heard = <Told>() =>
    new Promise<Told>((resolve, reject) => {
      const onExit = (code: number | null) => reject(new Error(`${file} ended (${code}).`));
      child.once('exit', onExit);
      child.once('message', (told) => {
        child.off('exit', onExit);
        resolve(told as Told);
      });
    });
  return {
    heard,
    ask<Told>(message: object) {
      const told = heard<Told>();
      child.send(message);
      return told;
    },
  };
}

/** One question over the socket; gives the body. */
function post(port: number, body: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path: '/api/match',
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode}: ${text.slice(0, 200)}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

const asked = generateListings(questions * 7, 7)
  .needs.slice(0, questions)
  .map(({ title, description }) => `${title}。${description}`);

/** Others, to warm up. */
const warm = generateListings(40 * 7, 8)
  .needs.slice(0, 40)
  .map(({ title, description }) => `${title}。${description}`);
/** How long the terms of the library are worked out ahead after a start, at most, in milliseconds. */
const AHEAD = 45_000;

/** So many questions under way all the time, each asked once. */
async function load(port: number, atOnce: number, more: object, until?: Promise<unknown>) {
  const times: number[] = [];
  let next = 0;
  let isOver = false;
  void until?.finally(() => (isOver = true));
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (until ? !isOver : next < asked.length) {
        const text = asked[next++ % asked.length];
        const begun = performance.now();
        await post(port, { text, limit, ...more });
        times.push(performance.now() - begun);
      }
    }),
  );
  return percentiles(times);
}

/** `cpu`: milliseconds of processor since the reset, all threads. */
type Loop = { p99: number; worst: number; cpu: number; megabytes: number; idle: number };

async function measureProduct() {
  await start('./retrieval-server.ts', ['prepare', folder, String(listings)]).heard();
  const built = await start('./retrieval-server.ts', ['build', folder]).heard<{
    seconds: number;
    cpuSeconds: number;
    listings: number;
    megabytes: number;
  }>();
  say(
    `built from zero     ${built.listings} listings in ${built.seconds.toFixed(1)} s (${built.cpuSeconds.toFixed(1)} s of processor): ${Math.round(built.listings / built.seconds)} a second`,
  );
  const server = start('./retrieval-server.ts', ['serve', folder]);
  const { port, restored } = await server.heard<{ port: number; restored: number }>();
  say(`taken up at a start ${ms(restored)}`);
  const preview = { preview: true };
  for (const text of warm) await post(port, { text, limit, ...preview });
  // A server that has been up for a minute: what it works out ahead is there.
  await setTimeout(AHEAD);
  const measured: Record<string, Percentiles> = {};
  const loops: Record<string, Loop> = {};
  for (const [name, atOnce, more] of [
    ['one under way', 1, preview],
    ['eight under way', 8, preview],
    ['eight, counted', 8, {}],
  ] as const) {
    await server.ask({ do: 'reset' });
    measured[name] = await load(port, atOnce, more);
    loops[name] = await server.ask<Loop>({ do: 'measure' });
    say(
      `${name.padEnd(20)}${timed(measured[name])}; event loop held p99 ${ms(loops[name].p99)}, at most ${ms(loops[name].worst)}; processor ${ms(loops[name].cpu / questions)} a question`,
    );
  }
  const findable = await measureFindable(server, port);
  say(`findable            new ${timed(findable.listed)}; changed ${timed(findable.changed)}`);
  const { megabytes, idle } = await server.ask<Loop>({ do: 'measure' });
  say(`memory              ${megabytes.toFixed(0)} MB above ${idle.toFixed(0)} MB when idle`);
  const optimise = server.ask<{ milliseconds: number }>({ do: 'optimise' });
  const during = await load(port, 8, preview, optimise);
  say(`while tidied up     ${timed(during)} (tidied up in ${ms((await optimise).milliseconds)})`);
  const tidied = (await server.ask<Loop>({ do: 'measure' })).megabytes;
  say(`memory after that   ${tidied.toFixed(0)} MB above idle`);
  server.ask({ do: 'stop' }).catch(() => undefined);
  return { built, restored, measured, loops, findable, during, megabytes, tidied };
}

async function measureFindable(server: ReturnType<typeof start>, port: number) {
  const until = async (text: string, id: string) => {
    const begun = performance.now();
    while (!(await post(port, { text, limit, preview: true })).includes(id));
    return performance.now() - begun;
  };
  const listed: number[] = [];
  const changed: number[] = [];
  for (let n = 0; n < 20; n++) {
    const word = (at: number) => String.fromCharCode(0x9f00 + n, 0x9e00 + at, 0x9f60 + n);
    const { id } = await server.ask<{ id: string }>({ do: 'list', title: `${word(1)}${word(2)}` });
    listed.push(await until(`${word(1)}${word(2)}`, id));
    await server.ask({ do: 'change', id, title: `${word(3)}${word(4)}` });
    changed.push(await until(`${word(3)}${word(4)}`, id));
  }
  return { listed: percentiles(listed), changed: percentiles(changed) };
}

type Rivalled = {
  listings: number;
  seconds: number;
  megabytes: number;
  alone: Percentiles;
  eight: Percentiles;
};

try {
  say(
    `${listings} generated listings, ${questions} questions, ${2 * limit} explained answers each; ${os.availableParallelism()} cores, Node ${process.version}, load ${os.loadavg()[0]!.toFixed(1)}`,
  );
  const product = await measureProduct();
  const rivals: Record<string, Rivalled> = {};
  if (!values['no-rivals']) {
    say('\nas many times as rongtong: build, p50 and p95 alone, p95 of eight under way, memory');
    for (const name of Object.keys(RIVALS)) {
      const args = [name, String(listings), String(Math.min(questions, 100))];
      const rival = await start('./retrieval-rival.ts', args).heard<Rivalled>();
      rivals[name] = rival;
      const alone = product.measured['one under way']!;
      const eight = product.measured['eight under way']!;
      const times = (theirs: number, ours: number) => `${(theirs / ours).toFixed(2)} ×`;
      const rate = rival.listings / rival.seconds;
      say(
        `${name.padEnd(34)}${times(product.built.listings / product.built.seconds, rate)} (${rival.seconds.toFixed(1)} s for ${rival.listings})  ${times(rival.alone.p50, alone.p50)} (${ms(rival.alone.p50)})  ${times(rival.alone.p95, alone.p95)} (${ms(rival.alone.p95)})  ${times(rival.eight.p95, eight.p95)} (${ms(rival.eight.p95)})  ${times(rival.megabytes, product.megabytes)} (${rival.megabytes.toFixed(0)} MB)`,
      );
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ listings, product, rivals })}\n`);
  say(`load at the end ${os.loadavg()[0]!.toFixed(1)}`);
} finally {
  for (const child of children) child.kill();
  agent.destroy();
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
