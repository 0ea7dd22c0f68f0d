import fs from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StartError, type Config } from '../config/config.ts';
import { packArchive } from './archive.ts';
import { dumpEntries } from './dump.ts';
import type { End, Manifest } from './manifest.ts';
import { readBackup } from './read-backup.ts';
import type { Snapshot } from './snapshot.ts';

const { version } = JSON.parse(
  fs.readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string };

/** A backup as a stream; the snapshot is closed when it ends, however it ends. */
export function streamBackup(parts: {
  snapshot: Snapshot;
  config: Config;
  engine: Manifest['database']['engine'];
  now: Date;
}): Readable {
  const stream = packArchive(dumpEntries({ ...parts, product: version }));
  stream.once('close', () => void parts.snapshot.close().catch(() => undefined));
  return stream;
}

/**
 * Writes a backup aside, reads it back to its end, and only then gives it its name: a file with that
 * name is whole. Throws `StartError` when the place cannot be written.
 */
export async function keepBackup(
  stream: Readable,
  file: string,
): Promise<{ manifest: Manifest; end: End; bytes: number }> {
  const aside = `${file}.part`;
  try {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    await pipeline(stream, fs.createWriteStream(aside, { mode: 0o600, flush: true }));
    const read = await readBackup(aside);
    await fs.promises.rename(aside, file);
    const { size } = await fs.promises.stat(file);
    return { ...read, bytes: size };
  } catch (error) {
    // However far it came: the snapshot behind it is given up as well.
    stream.destroy();
    await fs.promises.rm(aside, { force: true }).catch(() => undefined);
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (
      syscall !== undefined &&
      code !== undefined &&
      /^E(NOSPC|ACCES|ROFS|PERM|NOTDIR|ISDIR|EXIST)$/.test(code)
    ) {
      throw new StartError(
        `The backup cannot be written to ${file} (${code}). Choose another place.`,
      );
    }
    throw error;
  }
}

/** What a backup holds, in one line. */
export function backupLine({ manifest, end }: { manifest: Manifest; end: End }): string {
  const rows = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
  return `made ${manifest.madeAt} by Rongtong ${manifest.product} (${manifest.database.engine === 'embedded' ? 'embedded database' : `PostgreSQL ${manifest.database.version}`}): ${Object.keys(end.rows).length} tables, ${rows} rows, ${end.files} files, ${end.audit.entries} audit entries, last hash ${end.audit.hash}`;
}
