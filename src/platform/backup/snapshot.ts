import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Database } from '../db/database.ts';
import { startEmbedded } from '../db/embedded.ts';

/** The database as it stood at one moment, while writes go on. Values come as text, as PostgreSQL writes it. */
export type Snapshot = {
  query: <Row extends readonly unknown[]>(text: string) => Promise<Row[]>;
  close: () => Promise<void>;
};

const COPY = 'snapshot-';
/** Those of this process, which alone holds the folder. */
const copies = new Set<string>();

const BEGIN = 'begin isolation level repeatable read read only';

/**
 * On a PostgreSQL server, and for a process that shares the embedded database with nobody (`dataDir`
 * null): a transaction of its own. The embedded database has one session for
 * everybody, which a transaction would hold as long as it lasts; so its folder is copied between two
 * transactions (a second for each 300 MB), and the copy is opened beside it.
 */
export async function openSnapshot(
  database: Pick<Database, 'pool' | 'embedded'>,
  dataDir: string | null,
): Promise<Snapshot> {
  if (database.embedded && dataDir !== null) return copiedSnapshot(database.pool, dataDir);
  const client = await database.pool.connect();
  return {
    ...(await inTransaction(client)),
    async close() {
      await client.query('rollback');
      client.release();
    },
  };
}

async function copiedSnapshot(pool: pg.Pool, dataDir: string): Promise<Snapshot> {
  await removeForgotten(dataDir);
  const copy = fs.mkdtempSync(path.join(dataDir, COPY));
  copies.add(copy);
  const remove = async () => {
    await fs.promises.rm(copy, { recursive: true, force: true });
    copies.delete(copy);
  };
  // Whoever holds the only connection is between the transactions of all others.
  const held = await pool.connect();
  try {
    await held.query('checkpoint');
    await fs.promises.cp(path.join(dataDir, 'postgres'), copy, {
      recursive: true,
      mode: fs.constants.COPYFILE_FICLONE,
    });
  } catch (error) {
    await remove();
    throw error;
  } finally {
    held.release();
  }
  try {
    const embedded = await startEmbedded(copy);
    const client = new pg.Client({
      host: embedded.host,
      port: embedded.port,
      user: 'postgres',
      database: 'postgres',
    });
    await client.connect();
    return {
      ...(await inTransaction(client)),
      async close() {
        await client.end();
        await embedded.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Copies that a process left behind when it was killed. */
async function removeForgotten(dataDir: string): Promise<void> {
  for (const name of await fs.promises.readdir(dataDir)) {
    const copy = path.join(dataDir, name);
    if (!name.startsWith(COPY) || copies.has(copy)) continue;
    await fs.promises.rm(copy, { recursive: true, force: true });
  }
}

async function inTransaction(client: pg.ClientBase): Promise<Pick<Snapshot, 'query'>> {
  await client.query(BEGIN);
  // So that text means the same wherever it is read again.
  await client.query(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1`,
  );
  return {
    async query<Row extends readonly unknown[]>(text: string) {
      const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
      return rows as unknown as Row[];
    },
  };
}
