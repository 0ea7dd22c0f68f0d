import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { StartError } from '../config/config.ts';

const folder = new URL('../../../database/migrations/', import.meta.url);
// Any fixed number: all instances that start at once take this lock and wait their turn.
const MIGRATION_LOCK = 500_118;

type Migration = { name: string; text: string; hash: string };

/** The files in `database/migrations`, in order. */
export const knownMigrations = (from: URL = folder): Migration[] =>
  fs
    .readdirSync(from)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = fs.readFileSync(path.join(from.pathname, name), 'utf8');
      return { name, text, hash: createHash('sha256').update(text).digest('hex') };
    });

/**
 * Brings the schema up to the files in `database/migrations`, in order, each in its own transaction
 * and once only; `wanted` leaves out some. A file that changed after it ran is refused: write a new
 * one instead. Returns the names of those that ran now.
 */
export async function migrate(
  pool: pg.Pool,
  from: URL = folder,
  wanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const files = knownMigrations(from).filter(({ name }) => wanted(name));
  const client = await pool.connect();
  const ran: string[] = [];
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'create table if not exists schema_migrations (name text primary key, hash text not null, ran_at timestamptz not null default now())',
    );
    const known = await client.query<{ name: string; hash: string }>(
      'select name, hash from schema_migrations',
    );
    const hashes = new Map(known.rows.map((row) => [row.name, row.hash]));
    for (const file of files) {
      const hash = hashes.get(file.name);
      if (hash === file.hash) continue;
      if (hash !== undefined) {
        throw new StartError(
          `The migration ${file.name} was changed after it ran on this database. Put it back as it was and write a new one.`,
        );
      }
      await client.query('begin');
      try {
        await client.query(file.text);
        await client.query('insert into schema_migrations (name, hash) values ($1, $2)', [
          file.name,
          file.hash,
        ]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
      ran.push(file.name);
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
  return ran;
}
