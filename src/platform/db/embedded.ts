import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** The embedded database, running in a thread; `host` and `port` are what `pg` calls a socket folder. */
export type Embedded = { host: string; port: number; stop(): Promise<void> };

/**
 * Starts PGlite on a folder. The socket lies in a private folder of the system's temporary one,
 * since socket paths must be short (107 bytes) and nobody else may connect.
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const host = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-'));
  const port = 5432;
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { dataDir, socketPath: path.join(host, `.s.PGSQL.${port}`) },
  });
  const heard = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const onMessage = (message: unknown) => {
        if (message !== wanted) return;
        worker.off('error', reject);
        worker.off('message', onMessage);
        resolve();
      };
      worker.on('message', onMessage);
      worker.once('error', reject);
    });
  try {
    await heard('ready');
  } catch (error) {
    fs.rmSync(host, { recursive: true, force: true });
    throw error;
  }
  return {
    host,
    port,
    async stop() {
      const stopped = heard('stopped');
      worker.postMessage('stop');
      await stopped;
      await worker.terminate();
      fs.rmSync(host, { recursive: true, force: true });
    },
  };
}
