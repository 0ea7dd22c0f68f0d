import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { failQueuedMails } from '../modules/notifications/index.ts';
import { backupLine, keepBackup, streamBackup } from '../platform/backup/make-backup.ts';
import { readBackup } from '../platform/backup/read-backup.ts';
import { restoreBackup } from '../platform/backup/restore.ts';
import { openSnapshot } from '../platform/backup/snapshot.ts';
import { readConfig, StartError } from '../platform/config/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { FolderHeld, lockFolder } from '../platform/db/folder-lock.ts';
import { LOCAL_BACKUP } from './local-door.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Writes everything into one file, while the server runs. On the embedded database a running server
 * holds the folder: then it makes the backup and sends it here.
 */
export async function backUp(file: string): Promise<number> {
  const config = readConfig(process.env, process.cwd());
  const began = performance.now();
  let lock;
  try {
    lock = config.databaseUrl === null ? lockFolder(config.dataDir, new Date()) : null;
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    return told(await keepBackup(await askServer(error), file), file, began);
  }
  try {
    const database = await openDatabase(config);
    try {
      // Nobody shares the embedded database here.
      const snapshot = await openSnapshot(database, null);
      const engine = database.embedded ? 'embedded' : 'server';
      const stream = streamBackup({ snapshot, config, engine, now: new Date() });
      return told(await keepBackup(stream, file), file, began);
    } finally {
      await database.close();
    }
  } finally {
    lock?.release();
  }
}

async function askServer({ holder, message }: FolderHeld): Promise<Readable> {
  if (!holder?.url || !holder.key) throw new StartError(message);
  const response = await fetch(new URL(LOCAL_BACKUP, holder.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${holder.key}` },
  });
  if (!response.ok || !response.body) {
    throw new StartError(
      `The running server answered ${response.status}: ${await response.text()} Nothing was written.`,
    );
  }
  return Readable.fromWeb(response.body as WebStream);
}

function told(made: Awaited<ReturnType<typeof keepBackup>>, file: string, began: number): number {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`Backup ${backupLine(made)}.`);
  say(
    `Written to ${file} and read back: whole (${(made.bytes / 1e6).toFixed(1)} MB, ${seconds} s). It holds personal data: keep it as safe as the database. AUTH_SECRET and MAIL_URL are not in it.`,
  );
  return 0;
}

/** Fills an empty place from such a file, and compares. */
export async function restore(file: string): Promise<number> {
  const config = readConfig(process.env, process.cwd());
  const began = performance.now();
  const read = await readBackup(file);
  say(`Backup ${backupLine(read)}.`);
  say('The file is whole. Restoring …');
  const lock = config.databaseUrl === null ? lockFolder(config.dataDir, new Date()) : null;
  try {
    const database = await openDatabase(config);
    try {
      const end = await restoreBackup({ database, config, file, manifest: read.manifest });
      const unsent = await failQueuedMails(
        database.db,
        'Restored from a backup before it was sent; not sent again, since it may have been.',
      );
      const rows = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
      say(
        `Counts equal: ${Object.keys(end.rows).length} tables, ${rows} rows, ${end.files} files.`,
      );
      say(
        `The audit chain is intact and equal: ${end.audit.entries} entries, last hash ${end.audit.hash}.`,
      );
      if (unsent > 0) say(`${unsent} mails that waited in the backup are marked as not sent.`);
      const { region, publicUrl } = read.manifest.instance;
      if (region !== config.region) say(`The backup is of REGION=${region}: set it.`);
      if (publicUrl !== config.publicUrl) say(`The backup had PUBLIC_URL=${publicUrl}.`);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(
        `Restored in ${seconds} s. Start the server: it builds the search index anew. Everybody signs in again; for old links in mails set the old AUTH_SECRET.`,
      );
      return 0;
    } finally {
      await database.close();
    }
  } finally {
    lock?.release();
  }
}
