import { StoredFile } from '../files/stored-file.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;
type Part = { start: number; end: number };

/**
 * How a file is answered (RFC 9110, section 14): whole, or the part that was asked for, so that a
 * download that broke off goes on where it stopped. A part is only given of the content that the
 * reader has begun with (`If-Range`). Several parts at once are answered with the whole.
 */
export function answerFile(asked: Headers, file: Blob) {
  const etag = file instanceof StoredFile ? `"${file.sha256}"` : undefined;
  const headers: Record<string, string> = {
    'accept-ranges': 'bytes',
    'content-disposition': attachment(file instanceof File ? file.name : 'file'),
    ...(etag === undefined ? {} : { etag }),
  };
  const part = etag === undefined ? undefined : partOf(asked, etag, file.size);
  if (part === undefined) return { status: 200, headers, body: file };
  if (part === 'outside') {
    headers['content-range'] = `bytes */${file.size}`;
    return { status: 416, headers, body: undefined };
  }
  headers['content-range'] = `bytes ${part.start}-${part.end}/${file.size}`;
  return { status: 206, headers, body: file.slice(part.start, part.end + 1, file.type) };
}

function partOf(asked: Headers, etag: string, size: number): Part | 'outside' | undefined {
  const range = /^bytes=(\d*)-(\d*)$/.exec(one(asked['range'])?.trim() ?? '');
  if (!range) return undefined;
  const known = one(asked['if-range']);
  if (known !== undefined && known.trim() !== etag) return undefined;
  const [first, last] = [range[1] ?? '', range[2] ?? ''];
  if (first === '') {
    if (last === '') return undefined;
    const length = Math.min(Number(last), size);
    return length === 0 ? 'outside' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start >= size ? 'outside' : { start, end };
}

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** To be saved, never shown as a page of ours; the name as it is (RFC 6266, RFC 5987) and, for old programs, in ASCII. */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
