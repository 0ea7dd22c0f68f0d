import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openDatabase, type Database } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { createJobs } from '../../src/platform/jobs/jobs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a migrated database is to be cloned from, once for each test file that needs one. */
    template: { folder: string; databaseUrl: string | null; templateName: string };
  }
}

/**
 * Makes one migrated database for the whole run: a folder of the embedded one, or, with
 * TEST_DATABASE_URL, a template on that PostgreSQL server.
 */
export default async function setup(project: {
  provide: (
    key: 'template',
    value: { folder: string; databaseUrl: string | null; templateName: string },
  ) => void;
}): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-tests-'));
  const databaseUrl = process.env.TEST_DATABASE_URL || null;
  const templateName = `rongtong_test_${process.pid}`;
  if (databaseUrl === null) {
    const database = await openDatabase({ databaseUrl: null, dataDir: folder });
    await prepared(database);
  } else {
    await onServer(databaseUrl, `create database ${templateName}`);
    const database = await openDatabase({
      databaseUrl: named(databaseUrl, templateName),
      dataDir: folder,
    });
    await prepared(database);
  }
  project.provide('template', { folder, databaseUrl, templateName });
  return async () => {
    if (databaseUrl !== null) await onServer(databaseUrl, `drop database ${templateName}`);
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

/** The schema and the queues, so that no test file waits for them. */
async function prepared(database: Database): Promise<void> {
  await migrate(database.pool);
  const jobs = createJobs(database.pool, { onError: () => undefined });
  await jobs.prepare([]);
  await jobs.stop();
  await database.close();
}

export function named(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
