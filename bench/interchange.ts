/**
 * `npm run bench:interchange`: how fast a table comes in and goes out, over the product's own API on the
 * embedded database. Each form runs in a process of its own, beside a bare parse of the same file.
 *
 *   npm run bench:interchange -- 10000
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { composeApp, type App } from '../src/app/compose.ts';
import { ensureRole } from '../src/modules/identity/index.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { readSheet } from '../src/platform/sheets/read-sheet.ts';
import { writeCsv } from '../src/platform/sheets/write-csv.ts';
import { writeXlsx } from '../src/platform/sheets/write-xlsx.ts';
import { generateListings } from './generate-listings.ts';

const forms = ['csv', 'xlsx'] as const;
type Form = (typeof forms)[number];
const ORIGIN = 'http://rongtong.test';
const HEADERS = [
  '成果名称',
  '成果简介',
  '持有单位',
  '关键词',
  '所在地区',
  '行业',
  '技术成熟度',
  '最低报价（万元）',
];
const ORGANISATION = '测速研究所';

type Outcome = {
  form: Form;
  bytes: number;
  parse: number;
  upload: number;
  check: number;
  write: number;
  index: number;
  findable: number;
  exported: number;
  before: number;
  peak: number;
};

const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

function* rowsOf(count: number): Generator<string[]> {
  yield HEADERS;
  const { achievements } = generateListings(count * 2);
  for (const [at, row] of achievements.slice(0, count).entries()) {
    yield [
      `${row.title}（第${at + 1}项）`,
      row.abstract,
      ORGANISATION,
      row.keywords.join('、'),
      '重庆市永川区',
      row.industryCode ?? '',
      row.trl === null ? '' : String(row.trl),
      row.priceMinWan === null ? '' : String(row.priceMinWan),
    ];
  }
}

function fileOf(form: Form, count: number): Promise<Buffer> {
  const rows = Readable.from(rowsOf(count));
  if (form === 'csv') return buffer(Readable.from(writeCsv(rows)));
  const widths = HEADERS.map(() => 24);
  return buffer(writeXlsx([{ name: '成果', header: true, widths, rows }], new Date()));
}

/** An operator with a session, and the organisation that the rows name. */
async function operatorOf(app: App): Promise<string> {
  const { headers, response } = await app.auth.api.signUpEmail({
    body: { email: 'bench@example.com', name: '测速', password: 'a long password' },
    returnHeaders: true,
  });
  await app.platform.db.transaction().execute((tx) =>
    ensureRole(tx, {
      userId: response.user.id,
      role: 'operator',
      regionCode: null,
      at: new Date(Date.now() - 86_400_000),
      by: 'bench',
    }),
  );
  return headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

async function measure(form: Form, count: number): Promise<Outcome> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-bench-'));
  const config = readConfig(
    { DATA_DIR: dataDir, LOG_LEVEL: 'silent', PUBLIC_URL: ORIGIN, DATABASE_URL: '' },
    dataDir,
  );
  const database = await openDatabase(config);
  await migrate(database.pool);
  const app = await composeApp({ config, database });
  app.startReaders();
  await app.settled();
  await app.startJobs();
  try {
    const cookie = await operatorOf(app);
    const call = async <T>(pathname: string, init: RequestInit = {}): Promise<T> => {
      const given = new Headers(init.headers);
      given.set('cookie', cookie);
      const answer = await app.fetch(
        new Request(`${ORIGIN}/api${pathname}`, { ...init, headers: given }),
      );
      if (!answer.ok) throw new Error(`${pathname}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    };
    const post = <T>(pathname: string, body: object) =>
      call<T>(pathname, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    type Import = {
      id: string;
      version: number;
      status: string;
      mapping: unknown;
      rowsBad: number;
    };
    const upload = (kind: string, file: File) => {
      const parts = new FormData();
      parts.set('kind', kind);
      parts.set('file', file);
      return call<Import>('/imports', { method: 'POST', body: parts });
    };
    const until = async (id: string, status: string): Promise<Import> => {
      for (;;) {
        const now = await call<Import>(`/imports/${id}`);
        if (now.status === status) return now;
        if (!now.status.endsWith('ing')) throw new Error(`${now.status} instead of ${status}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const through = async (kind: string, file: File) => {
      const sent = await upload(kind, file);
      await post(`/imports/${sent.id}/check`, { version: sent.version, mapping: sent.mapping });
      const checked = await until(sent.id, 'checked');
      await post(`/imports/${sent.id}/start`, { version: checked.version });
      return until(sent.id, 'done');
    };
    await through(
      'organisation',
      new File([`单位名称,单位类型,所在地区\n${ORGANISATION},院所,永川区`], 'a.csv'),
    );

    const content = await fileOf(form, count);
    const name = `成果.${form}`;
    const parse = await seconds(async () => {
      let rows = 0;
      for await (const row of readSheet(content, name)) rows += row.cells.length > 0 ? 1 : 0;
      if (rows !== count + 1) throw new Error(`${rows} rows`);
    });

    const before = megabytes();
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 20);
    const started = performance.now();
    const since = () => (performance.now() - started) / 1000;
    const sent = await upload('achievement', new File([new Uint8Array(content)], name));
    const uploaded = since();
    await post(`/imports/${sent.id}/check`, { version: sent.version, mapping: sent.mapping });
    const checked = await until(sent.id, 'checked');
    if (checked.rowsBad > 0) throw new Error(`${checked.rowsBad} bad rows`);
    const checkedAt = since();
    await post(`/imports/${sent.id}/start`, { version: checked.version });
    await until(sent.id, 'done');
    const written = since();
    // Findable: the index has taken in the last event, so that a question finds any of the rows.
    await new Promise<void>((resolve, reject) => {
      const look = async () => {
        const text = await (await app.fetch(new Request(`${ORIGIN}/metrics`))).text();
        const lag = Number(/^rongtong_index_lag_events (\d+)/m.exec(text)?.[1]);
        if (lag === 0) resolve();
        else setTimeout(() => void look().catch(reject), 100);
      };
      void look().catch(reject);
    });
    const findable = since();
    const exported = await seconds(async () => {
      const answer = await app.fetch(new Request(`${ORIGIN}/api/exports/achievements.${form}`));
      for await (const piece of answer.body!)
        peak = Math.max(peak, piece.length > 0 ? megabytes() : 0);
    });
    clearInterval(watch);
    return {
      form,
      bytes: content.byteLength,
      parse,
      upload: uploaded,
      check: checkedAt - uploaded,
      write: written - checkedAt,
      index: findable - written,
      findable,
      exported,
      before,
      peak,
    };
  } finally {
    await app.close();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

function print(count: number, outcomes: readonly Outcome[]): void {
  const number = (value: number, digits = 1) => value.toFixed(digits);
  const line = (label: string, of: (outcome: Outcome) => string) =>
    `| ${[label, ...outcomes.map(of)].join(' | ')} |`;
  process.stdout.write(
    `${[
      line(`${count} achievements`, ({ form }) => form),
      line('---', () => '---:'),
      line('file, MB', ({ bytes }) => number(bytes / 2 ** 20)),
      line('bare parse, s', ({ parse }) => number(parse, 2)),
      line('upload, s', ({ upload }) => number(upload)),
      line('dry run, s', ({ check }) => number(check)),
      line('check again and write, s', ({ write }) => number(write)),
      line('index, s', ({ index }) => number(index)),
      line('upload to findable, s', ({ findable }) => number(findable)),
      line('import, rows/s', ({ findable }) => number(count / findable, 0)),
      line('import ÷ bare parse', ({ findable, parse }) => number(findable / parse)),
      line('export, rows/s', ({ exported }) => number(count / exported, 0)),
      line('export ÷ bare parse', ({ exported, parse }) => number(exported / parse)),
      line('memory before, MB', ({ before }) => number(before, 0)),
      line('peak memory, MB', ({ peak }) => number(peak, 0)),
    ].join('\n')}\n`,
  );
}

const [first = '10000', second] = process.argv.slice(2);
const form = forms.find((each) => each === first);
if (form) {
  process.stdout.write(`${JSON.stringify(await measure(form, Number(second)))}\n`);
  process.exit(0);
} else {
  const outcomes = forms.map((each) => {
    const child = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', import.meta.filename, each, first],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (child.status !== 0) process.exit(child.status ?? 1);
    return JSON.parse(child.stdout.trim().split('\n').at(-1)!) as Outcome;
  });
  print(Number(first), outcomes);
}
