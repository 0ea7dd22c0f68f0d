import fs from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { type ServerProcess, startServer } from './server-process.ts';

/**
 * A server with the example district in this folder. Loading it takes ten seconds and more: whoever
 * is first in a run leaves a copy for the others, who begin where that one began.
 */
export async function startExampleServer(dataDir: string): Promise<ServerProcess> {
  const env = { DATA_DIR: dataDir, EXAMPLES: 'on' };
  const kept = path.join(inject('template').folder, 'example-district');
  const whole = path.join(kept, 'whole');
  if (fs.existsSync(whole)) {
    fs.cpSync(path.join(kept, 'data'), dataDir, { recursive: true });
    return startServer(env);
  }
  const server = await startServer(env);
  if (!isMine(kept)) return server;
  await server.stop('SIGTERM');
  fs.cpSync(dataDir, path.join(kept, 'data'), { recursive: true });
  fs.writeFileSync(whole, '');
  return startServer(env);
}

/** One makes the copy; others who come meanwhile do without it. */
function isMine(folder: string): boolean {
  try {
    fs.mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
