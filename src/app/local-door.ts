import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import type { App } from './compose.ts';

/** Where a command line on the same machine asks the running server for a backup. */
export const LOCAL_BACKUP = '/local/backup';

/**
 * What only somebody who can read the data folder may ask of the running server: the key stands
 * there, beside the lock, and is made anew at each start. Nobody else learns that there is a door.
 */
export function createLocalDoor() {
  const key = randomBytes(32).toString('base64url');
  const wanted = Buffer.from(`Bearer ${key}`);
  return {
    key,
    /** Undefined for what is none of its business. */
    async answer(request: Request, app: Pick<App, 'backup'>): Promise<Response | undefined> {
      if (new URL(request.url).pathname !== LOCAL_BACKUP || request.method !== 'POST') {
        return undefined;
      }
      const given = Buffer.from(request.headers.get('authorization') ?? '');
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
      return new Response(Readable.toWeb(await app.backup()) as ReadableStream, {
        headers: { 'content-type': 'application/gzip', 'cache-control': 'no-store' },
      });
    },
  };
}
