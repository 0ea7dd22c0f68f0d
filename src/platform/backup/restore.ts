import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { verifyAudit } from '../audit/verify-audit.ts';
import { StartError, type Config } from '../config/config.ts';
import type { Database } from '../db/database.ts';
import { knownMigrations, migrate } from '../db/migrate.ts';
import { beginLoading, countRows, type Loading } from './load.ts';
import type { End, Manifest } from './manifest.ts';
import { readBackup } from './read-backup.ts';

/**
 * Fills an empty place from a backup that was read to its end before: the schema as it was when the
 * backup was made, the rows in one transaction, the files; then the schema is brought up to date. It
 * ends only when counts and audit chain are those of the backup; else everything is as it was.
 */
export async function restoreBackup(parts: {
  database: Pick<Database, 'db' | 'pool'>;
  config: Pick<Config, 'dataDir'>;
  file: string;
  manifest: Manifest;
}): Promise<End> {
  const { database, config, file, manifest } = parts;
  await refuseUnknown(manifest);
  await refuseNonEmpty(database, manifest);
  const names = new Set(manifest.migrations.map(({ name }) => name));
  await migrate(database.pool, undefined, (name) => names.has(name));
  const written: string[] = [];
  try {
    const end = await database.db.transaction().execute(async (tx) => {
      let loading: Loading | undefined;
      const read = await readBackup(file, {
        async start(found) {
          loading = await beginLoading(tx, found);
        },
        rows: (table, rows) => loading!.rows(table, rows),
        async file(sha256, content) {
          const target = path.join(config.dataDir, 'files', sha256.slice(0, 2), sha256);
          if (await writeFile(target, content)) written.push(target);
        },
        async model(name, content) {
          const target = path.join(config.dataDir, 'models', path.basename(name));
          if (await writeFile(target, [content])) written.push(target);
        },
      });
      await loading!.finish();
      const counts = await countRows(tx, Object.keys(read.end.rows));
      for (const [table, count] of Object.entries(read.end.rows)) {
        if (counts[table] !== count) {
          throw new StartError(
            `The table ${table} has ${counts[table]} rows after the restore, the backup has ${count}. Nothing was kept.`,
          );
        }
      }
      const audit = await verifyAudit(tx);
      if (!audit.intact || audit.hash !== read.end.audit.hash) {
        throw new StartError(
          `The audit chain after the restore is not that of the backup${audit.intact ? '' : ` (broken at entry ${audit.brokenAt})`}. Nothing was kept.`,
        );
      }
      return read.end;
    });
    await migrate(database.pool);
    return end;
  } catch (error) {
    for (const target of written) await fs.promises.rm(target, { force: true });
    throw error;
  }
}

/** True when the file was not there before. */
async function writeFile(
  target: string,
  content: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<boolean> {
  const isNew = !fs.existsSync(target);
  await fs.promises.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const aside = `${target}.restoring`;
  await pipeline(content, fs.createWriteStream(aside, { mode: 0o600, flush: true }));
  await fs.promises.rename(aside, target);
  return isNew;
}

async function refuseUnknown({ migrations, product }: Manifest): Promise<void> {
  const known = new Map(knownMigrations().map(({ name, hash }) => [name, hash]));
  const unknown = migrations.find(({ name, hash }) => known.get(name) !== hash);
  if (unknown) {
    throw new StartError(
      `The backup was made by another version of Rongtong (${product}): this one does not know its migration ${unknown.name}. Update this one first. Nothing was changed.`,
    );
  }
}

/** Every write of the product is in the audit: a place without an entry is one that nobody used. */
async function refuseNonEmpty(
  { db }: Pick<Database, 'db'>,
  { migrations }: Manifest,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(db);
  if (rows.length === 0) return;
  const tables = new Set(rows.map(({ name }) => name));
  const used = tables.has('audit_head') && tables.has('users') ? await usedRows(db) : 1;
  if (used > 0) {
    throw new StartError(
      'The target is not empty: it holds data of its own, which a restore never overwrites. Give it an empty DATA_DIR, or an empty database in DATABASE_URL. Nothing was changed.',
    );
  }
  const { rows: ran } = await sql<{ name: string }>`
    select name from schema_migrations`.execute(db);
  const names = new Set(migrations.map(({ name }) => name));
  if (ran.some(({ name }) => !names.has(name))) {
    throw new StartError(
      'The target is empty, but its schema is newer than the backup. Give it an empty DATA_DIR, or a new database in DATABASE_URL; the restore brings the schema up to date. Nothing was changed.',
    );
  }
}

async function usedRows(db: Database['db']): Promise<number> {
  const { rows } = await sql<{ used: number }>`
    select (select seq from audit_head) + (select count(*) from users) as used`.execute(db);
  return rows[0]?.used ?? 1;
}
