import fs from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';

/** One file of an archive: whole when it is small, else with its size and as a stream. */
export type Entry =
  | { name: string; content: Buffer }
  | { name: string; size: number; pieces: AsyncIterable<Buffer> };

/** A gzipped tar of these entries, made as it is read: memory holds one entry's piece at a time. */
export function packArchive(entries: AsyncIterable<Entry>): Readable {
  const tar = pack();
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  // A failure on either side ends both; whoever reads `gzip` is told.
  pipeline(tar as unknown as NodeJS.ReadableStream, gzip, () => undefined);
  const put = async (entry: Entry): Promise<void> => {
    const whole = 'content' in entry;
    const size = whole ? entry.content.byteLength : entry.size;
    const taken = Promise.withResolvers<void>();
    const sink = tar.entry({ name: entry.name, size }, (error) =>
      error ? taken.reject(error) : taken.resolve(),
    );
    if (whole) sink.write(entry.content);
    else for await (const piece of entry.pieces) if (!sink.write(piece)) await drained(sink);
    sink.end(null);
    await taken.promise;
  };
  void (async () => {
    for await (const entry of entries) await put(entry);
    tar.finalize();
  })().catch((error: unknown) => gzip.destroy(error as Error));
  return gzip;
}

const drained = (sink: { once(name: 'drain' | 'close', done: () => void): unknown }) =>
  new Promise<void>((resolve) => {
    sink.once('drain', resolve);
    sink.once('close', resolve);
  });

export type ReadEntry = { name: string; size: number; content: AsyncIterable<Buffer> };

/** The entries of such a file in order; each must be read to its end before the next. Throws when it is damaged. */
export async function* readArchive(file: string): AsyncGenerator<ReadEntry> {
  const tar = extract();
  pipeline(
    fs.createReadStream(file),
    createGunzip(),
    tar as unknown as NodeJS.WritableStream,
    (error) => error && tar.destroy(error),
  );
  for await (const source of tar) {
    yield {
      name: source.header.name,
      size: source.header.size,
      content: source as AsyncIterable<Buffer>,
    };
  }
}

export async function contentOf(entry: Pick<ReadEntry, 'content'>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of entry.content) pieces.push(piece);
  return Buffer.concat(pieces);
}
