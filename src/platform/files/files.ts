import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../kernel/errors.ts';
import { StoredFile } from './stored-file.ts';

/** The largest file taken, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export type FileStore = {
  /** Writes the content, named by its SHA-256 (hex), and returns that with the sniffed type. */
  put(content: Uint8Array): Promise<{ sha256: string; size: number; mediaType: string }>;
  read(sha256: string): Promise<Uint8Array>;
  /** The content to be sent to somebody, under its name; read from the disk while it is sent. */
  open(of: { name: string; mediaType: string; sha256: string }): Promise<StoredFile>;
};

/** Files lie outside the web root, named by content, and are only read through a permission. */
export function openFileStore(folder: string): FileStore {
  const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(content) {
      if (content.byteLength === 0) throw new AppError('invalid', { code: 'files.empty' });
      if (content.byteLength > MAX_FILE_BYTES) {
        throw new AppError('too_large', {
          code: 'files.too_large',
          params: { mb: MAX_FILE_BYTES / 1024 / 1024 },
        });
      }
      const mediaType = sniff(content);
      if (!mediaType) throw new AppError('invalid', { code: 'files.type' });
      const sha256 = createHash('sha256').update(content).digest('hex');
      const target = place(sha256);
      await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      // Written aside, flushed, then named: a file with a name is always whole.
      const aside = `${target}.${process.pid}.${Math.random().toString(36).slice(2)}`;
      const handle = await fs.open(aside, 'w', 0o600);
      await handle.writeFile(content);
      await handle.sync();
      await handle.close();
      await fs.rename(aside, target);
      return { sha256, size: content.byteLength, mediaType };
    },
    read: (sha256) => fs.readFile(place(sha256)),
    open: async (of) => new StoredFile(await openAsBlob(place(of.sha256)), of),
  };
}

const starts = (content: Uint8Array, ...bytes: number[]) =>
  bytes.every((byte, index) => content[index] === byte);

/** The type by content, never by name; undefined for what may not be stored. */
function sniff(content: Uint8Array): string | undefined {
  if (starts(content, 0x25, 0x50, 0x44, 0x46)) return 'application/pdf';
  if (starts(content, 0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(content, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(content, 0x50, 0x4b, 0x03, 0x04)) return officeType(content);
  return isPlainText(content) ? 'text/plain; charset=utf-8' : undefined;
}

// Kept and given back as text, never as what a browser might make of it.
function isPlainText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/(?![\t\n\r\f\v])\p{Cc}/u.test(text);
  } catch {
    return false;
  }
}

// Office files are zip archives whose entries are named by the kind of document.
function officeType(content: Uint8Array): string | undefined {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString(
    'latin1',
  );
  const kind = 'application/vnd.openxmlformats-officedocument.';
  if (text.includes('vbaProject.bin')) return undefined;
  if (text.includes('word/document.xml')) return `${kind}wordprocessingml.document`;
  if (text.includes('xl/workbook.xml')) return `${kind}spreadsheetml.sheet`;
  return undefined;
}
