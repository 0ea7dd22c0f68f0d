import path from 'node:path';
import { readConfig } from '../platform/config/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { lockFolder } from '../platform/db/folder-lock.ts';
import { migrate } from '../platform/db/migrate.ts';
import { composeApp, type App } from './compose.ts';

/**
 * Opens the data as the server would, for one command. On a PostgreSQL server nothing says whether
 * somebody else is feeding the index folder, so a command uses one of its own.
 */
export async function withApp(
  task: (app: App) => Promise<number>,
  { ownIndex = true } = {},
): Promise<number> {
  const read = readConfig(process.env, process.cwd());
  const config =
    ownIndex && read.databaseUrl !== null && !process.env.RETRIEVAL_URI
      ? { ...read, retrievalUri: path.join(read.dataDir, 'index-cli') }
      : read;
  const lock = config.databaseUrl === null ? lockFolder(config.dataDir, new Date()) : null;
  try {
    const database = await openDatabase(config);
    await migrate(database.pool);
    const app = await composeApp({ config, database });
    try {
      return await task(app);
    } finally {
      await app.close();
    }
  } finally {
    lock?.release();
  }
}
