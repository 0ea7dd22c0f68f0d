import path from 'node:path';
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { StartError } from '../config/config.ts';
import { startEmbedded } from './embedded.ts';

/**
 * The tables are typed by the modules that own them: `db.withTables<NeedTables>()`. The platform
 * itself knows none.
 */
export type Db = Kysely<Record<never, never>>;
export type Tx = Transaction<Record<never, never>>;

export type Database = {
  db: Db;
  pool: pg.Pool;
  /** One session for everybody: inside a transaction only its own handle may be used. */
  embedded: boolean;
  close(): Promise<void>;
};

// Whole numbers of 8 bytes become JavaScript numbers, or an error where that would lose digits.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large a number`);
  return value;
});
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);

export function queryBuilder(pool: pg.Pool): Db {
  return new Kysely<Record<never, never>>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/**
 * Opens the database: a PostgreSQL server when there is an address, else the embedded one in
 * `dataDir/postgres`. Throws `StartError` when the server cannot be reached.
 */
export async function openDatabase(options: {
  databaseUrl: string | null;
  dataDir: string;
  poolSize?: number;
}): Promise<Database> {
  if (options.databaseUrl === null) {
    const embedded = await startEmbedded(path.join(options.dataDir, 'postgres'));
    const pool = new pg.Pool({
      host: embedded.host,
      port: embedded.port,
      user: 'postgres',
      database: 'postgres',
      max: 1,
      // With one session a nested request for a connection waits for ever: rather fail and say so.
      connectionTimeoutMillis: 15_000,
      idleTimeoutMillis: 0,
      types,
    });
    pool.on('error', () => undefined);
    return {
      db: queryBuilder(pool),
      pool,
      embedded: true,
      async close() {
        await pool.end();
        await embedded.stop();
      },
    };
  }
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 5_000,
    types,
  });
  pool.on('error', () => undefined);
  const db = queryBuilder(pool);
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await pool.end();
    const { hostname, port } = new URL(options.databaseUrl);
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new StartError(
      `The database at ${hostname}:${port || 5432} cannot be reached (${reason}). Check DATABASE_URL and that the server runs, or leave DATABASE_URL empty to use the embedded database.`,
    );
  }
  return { db, pool, embedded: false, close: () => pool.end() };
}
