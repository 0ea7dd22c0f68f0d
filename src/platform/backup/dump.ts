import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/config.ts';
import type { Entry } from './archive.ts';
import { BACKUP_FORMAT, LEFT_OUT, type End, type Manifest } from './manifest.ts';
import type { Snapshot } from './snapshot.ts';

/** Rows fetched at a time, and characters after which an entry is full: what memory holds. */
const FETCH = 200;
const ENTRY_CHARACTERS = 2_000_000;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Everything a place consists of, as entries of one archive: the rows of all tables as the snapshot
 * shows them, the stored files, and ranking models of its own. Files are written once and never
 * changed, so those that come while it runs do no harm. Not the search index, which is derived, not
 * the queues, and no secrets of the settings.
 */
export async function* dumpEntries(parts: {
  snapshot: Snapshot;
  config: Pick<Config, 'dataDir' | 'region' | 'publicUrl' | 'examples'>;
  product: string;
  engine: Manifest['database']['engine'];
  now: Date;
}): AsyncGenerator<Entry> {
  const { snapshot, config } = parts;
  const digest = createHash('sha256');
  const put = (name: string, content: Buffer): Entry => {
    noteEntry(digest, name, createHash('sha256').update(content).digest('hex'));
    return { name, content };
  };
  const manifest = await describe(parts);
  yield put('backup.json', json(manifest));

  const rows: End['rows'] = {};
  for (const [table, { columns }] of Object.entries(manifest.tables)) {
    rows[table] = 0;
    let part = 0;
    for await (const lines of readTable(snapshot, table, columns)) {
      rows[table] += lines.length;
      part += 1;
      const name = `tables/${table}/${String(part).padStart(6, '0')}.jsonl`;
      yield put(name, Buffer.from(`${lines.join('\n')}\n`));
    }
  }

  let files = 0;
  let fileBytes = 0;
  for await (const { name, file, size } of storedFiles(config.dataDir)) {
    files += 1;
    fileBytes += size;
    // A stored file is named by its content.
    noteEntry(digest, `files/${name}`, name);
    yield { name: `files/${name}`, size, pieces: fs.createReadStream(file) };
  }
  let models = 0;
  for await (const { name, file } of modelFiles(config.dataDir)) {
    models += 1;
    yield put(`models/${name}`, await fs.promises.readFile(file));
  }
  const [head] = await snapshot.query<[string, string]>('select seq::text, hash from audit_head');
  const end: End = {
    rows,
    files,
    fileBytes,
    models,
    audit: { entries: Number(head?.[0] ?? 0), hash: head?.[1] ?? '' },
    digest: digest.digest('hex'),
  };
  yield { name: 'end.json', content: json(end) };
}

/** Adds an entry to the running digest of the archive. */
export const noteEntry = (
  digest: { update(text: string): unknown },
  name: string,
  sha256: string,
): void => void digest.update(`${name}\n${sha256}\n`);

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

async function describe(parts: Parameters<typeof dumpEntries>[0]): Promise<Manifest> {
  const { snapshot, config, product, engine, now } = parts;
  const tables = await snapshot.query<[string, string[]]>(`
    select c.relname, json_agg(a.attname order by a.attnum)
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  const sequences = await snapshot.query<[string, string | null]>(
    `select sequencename, last_value::text from pg_sequences where schemaname = 'public' order by 1`,
  );
  const migrations = await snapshot.query<[string, string]>(
    'select name, hash from schema_migrations order by name',
  );
  const [[version] = ['']] = await snapshot.query<[string]>('show server_version');
  const { region, publicUrl, examples } = config;
  return {
    format: BACKUP_FORMAT,
    product,
    madeAt: now.toISOString(),
    instance: { region, publicUrl, examples },
    database: { engine, version },
    migrations: migrations.map(([name, hash]) => ({ name, hash })),
    tables: Object.fromEntries(
      tables
        .filter(([name]) => name !== 'schema_migrations' && !LEFT_OUT.includes(name))
        .map(([name, columns]) => [name, { columns }]),
    ),
    sequences: Object.fromEntries(
      sequences.map(([name, last]) => [name, last === null ? null : Number(last)]),
    ),
    leftOut: [...LEFT_OUT],
  };
}

/** The rows of a table as lines, each a list of the texts of its columns; as many as one entry takes. */
async function* readTable(
  snapshot: Snapshot,
  table: string,
  columns: readonly string[],
): AsyncGenerator<string[]> {
  const list = columns.map((column) => `${quoted(column)}::text`).join(', ');
  await snapshot.query(`declare rows no scroll cursor for select ${list} from ${quoted(table)}`);
  let lines: string[] = [];
  let characters = 0;
  for (;;) {
    const rows = await snapshot.query(`fetch ${FETCH} from rows`);
    for (const row of rows) {
      const line = JSON.stringify(row);
      lines.push(line);
      characters += line.length;
    }
    if (lines.length > 0 && (rows.length < FETCH || characters > ENTRY_CHARACTERS)) {
      yield lines;
      lines = [];
      characters = 0;
    }
    if (rows.length < FETCH) break;
  }
  await snapshot.query('close rows');
}

/** Contents of the file store: `ab/abcdef…`. One that is just being written has another name. */
async function* storedFiles(dataDir: string) {
  const folder = path.join(dataDir, 'files');
  for (const shelf of await namesIn(folder, /^[0-9a-f]{2}$/)) {
    for (const name of await namesIn(path.join(folder, shelf), /^[0-9a-f]{64}$/)) {
      const file = path.join(folder, shelf, name);
      const { size } = await fs.promises.stat(file);
      yield { name, file, size };
    }
  }
}

async function* modelFiles(dataDir: string) {
  const folder = path.join(dataDir, 'models');
  for (const name of await namesIn(folder, /^[\w.-]{1,64}\.json$/)) {
    yield { name, file: path.join(folder, name) };
  }
}

async function namesIn(folder: string, shape: RegExp): Promise<string[]> {
  try {
    return (await fs.promises.readdir(folder)).filter((name) => shape.test(name)).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
