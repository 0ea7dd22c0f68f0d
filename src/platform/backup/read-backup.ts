import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { StartError } from '../config/config.ts';
import { contentOf, readArchive, type ReadEntry } from './archive.ts';
import { noteEntry } from './dump.ts';
import { BACKUP_FORMAT, endShape, manifestShape, type End, type Manifest } from './manifest.ts';

/** Takes what a backup holds, in order. */
export type BackupReader = {
  start?: (manifest: Manifest) => Promise<void>;
  rows?: (table: string, rows: (string | null)[][]) => Promise<void>;
  file?: (sha256: string, content: AsyncIterable<Buffer>) => Promise<void>;
  model?: (name: string, content: Buffer) => Promise<void>;
};

/**
 * Reads a backup to its end and holds everything in it against what it says of itself. Throws
 * `StartError` with one line when it is damaged, cut off, of a newer format, or none at all; what
 * the reader was given by then is to be thrown away.
 */
export async function readBackup(
  file: string,
  reader: BackupReader = {},
): Promise<{ manifest: Manifest; end: End }> {
  if (!fs.existsSync(file)) throw new StartError(`There is no file ${file}.`);
  const damaged = (why: string) =>
    new StartError(`${file} cannot be used: ${why}. Nothing was changed. Take another backup.`);
  const digest = createHash('sha256');
  const rows: Record<string, number> = {};
  let manifest: Manifest | undefined;
  let end: End | undefined;
  let files = 0;
  let models = 0;

  const take = async (entry: ReadEntry): Promise<void> => {
    if (end) throw damaged('something follows its end');
    const { name } = entry;
    if (name.startsWith('files/')) {
      if (!manifest) throw damaged('it is no backup of Rongtong');
      const sha256 = name.slice('files/'.length);
      const seen = createHash('sha256');
      await (reader.file ?? skip)(sha256, hashed(entry.content, seen));
      if (seen.digest('hex') !== sha256) throw damaged(`the file ${sha256} in it is damaged`);
      noteEntry(digest, name, sha256);
      files += 1;
      return;
    }
    const content = await contentOf(entry);
    if (name === 'end.json') {
      end = parsed(endShape, content, () => damaged('its end cannot be read'));
      return;
    }
    noteEntry(digest, name, createHash('sha256').update(content).digest('hex'));
    if (name === 'backup.json') {
      manifest = readManifest(content, file, damaged);
      await reader.start?.(manifest);
      return;
    }
    if (!manifest) throw damaged('it is no backup of Rongtong');
    if (name.startsWith('models/')) {
      models += 1;
      await reader.model?.(name.slice('models/'.length), content);
      return;
    }
    const [, table = ''] = /^tables\/([a-z0-9_]+)\/\d+\.jsonl$/.exec(name) ?? [];
    const width = manifest.tables[table]?.columns.length;
    if (width === undefined) throw damaged(`it holds ${name}, which nobody knows`);
    const part = readRows(content, width);
    if (!part) throw damaged(`${name} in it cannot be read`);
    rows[table] = (rows[table] ?? 0) + part.length;
    await reader.rows?.(table, part);
  };

  try {
    for await (const entry of readArchive(file)) await take(entry);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    // What the archive's own checks find; anything else is a fault of the target, not of the file.
    if (code?.startsWith('Z_') || /tar|header|archive|end of data/i.test(message)) {
      throw damaged(`it is cut off or damaged (${message})`);
    }
    throw error;
  }
  if (!manifest) throw damaged('it is no backup of Rongtong');
  if (!end) throw damaged('it is cut off before its end');
  if (digest.digest('hex') !== end.digest) throw damaged('its digest does not match its content');
  for (const [table, count] of Object.entries(end.rows)) {
    if ((rows[table] ?? 0) !== count) throw damaged(`rows of ${table} are missing`);
  }
  if (files !== end.files || models !== end.models) throw damaged('files are missing');
  return { manifest, end };
}

function readManifest(
  content: Buffer,
  file: string,
  damaged: (why: string) => StartError,
): Manifest {
  const manifest = parsed(manifestShape, content, () => damaged('it is no backup of Rongtong'));
  if (manifest.format > BACKUP_FORMAT) {
    throw new StartError(
      `${file} was made by a newer Rongtong (${manifest.product}, format ${manifest.format}; this one reads up to ${BACKUP_FORMAT}). Update this one first. Nothing was changed.`,
    );
  }
  return manifest;
}

function parsed<T>(
  shape: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  content: Buffer,
  otherwise: () => StartError,
): T {
  let value: unknown;
  try {
    value = JSON.parse(content.toString('utf8'));
  } catch {
    throw otherwise();
  }
  const read = shape.safeParse(value);
  if (!read.success) throw otherwise();
  return read.data;
}

function readRows(content: Buffer, width: number): (string | null)[][] | undefined {
  const rows: (string | null)[][] = [];
  for (const line of content.toString('utf8').split('\n')) {
    if (line === '') continue;
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      return undefined;
    }
    if (!Array.isArray(row) || row.length !== width) return undefined;
    rows.push(row as (string | null)[]);
  }
  return rows;
}

async function skip(_sha256: string, content: AsyncIterable<Buffer>): Promise<void> {
  const pieces = content[Symbol.asyncIterator]();
  while (!(await pieces.next()).done);
}

async function* hashed(
  content: AsyncIterable<Buffer>,
  seen: { update(piece: Buffer): unknown },
): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    seen.update(piece);
    yield piece;
  }
}
