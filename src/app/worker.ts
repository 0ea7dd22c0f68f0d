import { readConfig, StartError } from '../platform/config/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { composeApp } from './compose.ts';

// Jobs and subscribers alone, beside any number of servers on one PostgreSQL.

async function start(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  if (config.databaseUrl === null) {
    throw new StartError(
      'A worker of its own needs a PostgreSQL server: set DATABASE_URL. With the embedded database, npm start does the work as well.',
    );
  }
  const database = await openDatabase(config);
  await migrate(database.pool);
  const app = await composeApp({ config, database });
  app.startReaders();
  await app.startJobs();
  process.stdout.write('融通 worker is ready\n');
  const stop = () => {
    void app.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

start().catch((error: unknown) => {
  const clear = error instanceof StartError;
  process.stderr.write(`${clear ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(clear ? 2 : 1);
});
