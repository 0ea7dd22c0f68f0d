import './native-log.ts';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';

import { type Connection, connect, Index, MatchQuery, type Table } from '@lancedb/lancedb';

import { AppError } from '../../kernel/errors.ts';

/** A need that has ended is another kind than an open one: nobody looks for both at once. */
export type DocumentKind = 'achievement' | 'expert' | 'need' | 'past-need';

/** One listing as the index holds it. The text is here only as grams; the truth is in the database. */
export type RetrievalDocument = {
  id: string;
  kind: DocumentKind;
  /** Characters and pairs of characters joined by spaces, see `indexGrams` in the text kernel. */
  grams: string;
  regionCode: string | null;
  industryCode: string | null;
  visible: boolean;
  /** Version of the record; an older one never replaces a newer one. */
  version: number;
  /** What the module that ranks keeps with the listing; see `ListingReader`. */
  reading?: Uint8Array;
};

/** What is kept with a listing, as it comes back. */
export type StoredReading = Pick<RetrievalDocument, 'id' | 'kind' | 'industryCode' | 'version'> & {
  reading: Uint8Array;
};

export type RetrievalQuery = {
  /** What to look for, made like the indexed ones: a list, or joined by spaces. */
  grams: string | readonly string[];
  kinds: readonly DocumentKind[];
  /** Most candidates over all kinds; 300 if not given. */
  limit?: number;
  filter?: {
    regionCode?: string;
    /** Codes that begin so, e.g. `C34`. */
    industryPrefix?: string;
    /** Also what is not public; only the public listings if not given. */
    includeHidden?: boolean;
  };
};

export type Candidate = { id: string; kind: DocumentKind; version: number; score: number };

export type Retrieval = {
  /** Adds or replaces documents; searchable when the promise settles. */
  upsert: (documents: readonly RetrievalDocument[]) => Promise<void>;
  remove: (ids: readonly string[]) => Promise<void>;
  /**
   * Documents that share grams with the query, best first (BM25 of the index). Throws `unavailable`
   * while a lost index has not been opened anew.
   */
  search: (query: RetrievalQuery) => Promise<Candidate[]>;
  count: (kind?: DocumentKind) => Promise<number>;
  /** All readings that are kept, a thousand listings or so at a time. */
  readings: () => AsyncIterable<StoredReading[]>;
  /**
   * Puts these documents in the place of all there are, much faster than by `upsert`; each id may come
   * once. Until it settles `readCursor` says null; then it says `sequence`.
   */
  rebuild: (
    batches: AsyncIterable<readonly RetrievalDocument[]>,
    sequence: number,
  ) => Promise<void>;
  /**
   * Merges small writes and forgets old versions. Runs by itself after 50 writes, a twentieth of the time at most, beside
   * whatever is asked and written meanwhile.
   */
  optimise: () => Promise<void>;
  /** The place in the outbox up to which the index is fed; null when the index is new, lost or of another format: feed it from zero. */
  readCursor: () => Promise<number | null>;
  writeCursor: (sequence: number) => Promise<void>;
  /** Opens the folder anew when somebody deleted it under a running server; true when it was lost. */
  reopenIfLost: () => Promise<boolean>;
  /** Takes everything out, the cursor too. */
  clear: () => Promise<void>;
  /** Waits for writes under way and lets go of the folder. */
  close: () => Promise<void>;
};

/** To be raised whenever what is stored, or how grams are made, changes: old indexes are then fed anew. */
const FORMAT = 3;
const DOCUMENTS = 'listings';
const CURSOR = 'feed_cursor';
/** Sequences of the outbox begin at 1, a feed of an empty outbox ends at 0. */
const NEVER_FED = -1;
const BATCH = 2000;
const WRITES_PER_OPTIMISE = 50;
/** A large index takes longer to tidy up: it rests so many times as long as it took. */
const REST_AFTER_OPTIMISE = 20;
/** Two changes of the same part at once: the library lets one of them be made again. */
const CONFLICT = /conflict/i;
const MOST_TRIES = 5;
const KEEP_OLD_VERSIONS_MS = 10 * 60_000;

const EMPTY_ROW = {
  id: '',
  kind: '',
  grams: '',
  region_code: '',
  industry_code: '',
  visible: false,
  version: 0,
  reading: Buffer.from([0]),
};

/**
 * Opens the index in a local folder, created when missing, or at a `db://` address. An index of
 * another format, or one that cannot be read, is emptied; `readCursor` then says null.
 * The library has native threads: searching never holds up the event loop.
 */
export async function openRetrieval(options: {
  uri: string;
  /** An index whose readings were made otherwise is emptied as well. */
  readingFormat?: string;
}): Promise<Retrieval> {
  const { uri, readingFormat = '' } = options;
  const isLocal = !uri.includes('://');
  let { connection, documents, cursor } = await open();
  let queue: Promise<unknown> = Promise.resolve();
  let writes = 0;
  let upkeep: Promise<void> | undefined;
  let restUntil = 0;

  async function open() {
    if (isLocal) await mkdir(uri, { recursive: true });
    const opened = await connect(uri);
    return { connection: opened, ...(await openTables(opened, readingFormat)) };
  }

  async function isLost(): Promise<boolean> {
    if (!isLocal) return false;
    try {
      await access(path.join(uri, `${DOCUMENTS}.lance`));
      await access(path.join(uri, `${CURSOR}.lance`));
      return false;
    } catch {
      return true;
    }
  }

  function closeTables(): void {
    documents.close();
    cursor.close();
    connection.close();
  }

  /** Writes follow each other: two commits at once would conflict. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  /** Not in turn: a large index takes seconds, and writes need not wait for it. */
  async function optimiseNow(): Promise<void> {
    writes = 0;
    const cleanupOlderThan = new Date(Date.now() - KEEP_OLD_VERSIONS_MS);
    await again(() => documents.optimize({ cleanupOlderThan }));
    await again(() => cursor.optimize({ cleanupOlderThan }));
  }

  function optimiseOnce(): Promise<void> {
    const begun = performance.now();
    upkeep ??= optimiseNow().finally(() => {
      upkeep = undefined;
      const ended = performance.now();
      restUntil = ended + (ended - begun) * REST_AFTER_OPTIMISE;
    });
    return upkeep;
  }

  async function write(work: () => Promise<unknown>): Promise<void> {
    await inTurn(() => again(work));
    writes += 1;
    // What fails now is tried again after the next writes.
    if (writes >= WRITES_PER_OPTIMISE && performance.now() >= restUntil)
      optimiseOnce().catch(() => undefined);
  }

  const putCursor = (sequence: number) =>
    cursor
      .mergeInsert('format')
      .whenMatchedUpdateAll()
      .whenNotMatchedInsertAll()
      .execute([{ format: FORMAT, reading_format: readingFormat, sequence }]);

  return {
    async upsert(changed) {
      const rows = newestOfEach(changed).map(toRow);
      for (let from = 0; from < rows.length; from += BATCH) {
        const batch = rows.slice(from, from + BATCH);
        await write(() =>
          documents
            .mergeInsert('id')
            .whenMatchedUpdateAll({ where: 'target.version <= source.version' })
            .whenNotMatchedInsertAll()
            .execute(batch),
        );
      }
    },
    async remove(ids) {
      for (let from = 0; from < ids.length; from += BATCH) {
        const list = ids
          .slice(from, from + BATCH)
          .map(quote)
          .join(', ');
        await write(() => documents.delete(`id IN (${list})`));
      }
    },
    async search({ grams, kinds, limit = 300, filter = {} }) {
      const list = typeof grams === 'string' ? grams.split(/\s+/) : grams;
      const text = [...new Set(list)].join(' ').trim();
      if (text === '' || kinds.length === 0) return [];
      const found = documents
        .query()
        .fullTextSearch(new MatchQuery(text, 'grams'))
        .where(condition(kinds, filter))
        .select(['id', 'kind', 'version', '_score'])
        .limit(limit)
        .toArray()
        .catch(async (error: unknown) => {
          if (await isLost()) throw new AppError('unavailable', { code: 'retrieval.rebuilding' });
          throw error;
        });
      const rows = (await found) as {
        id: string;
        kind: DocumentKind;
        version: number;
        _score: number;
      }[];
      return rows
        .map(({ id, kind, version, _score: score }) => ({ id, kind, version, score }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    },
    count: (kind) => documents.countRows(kind === undefined ? undefined : `kind = ${quote(kind)}`),
    optimise: optimiseOnce,
    async *readings() {
      const stored = documents
        .query()
        .select(['id', 'kind', 'industry_code', 'version', 'reading']);
      for await (const batch of stored) {
        const rows = batch.toArray() as unknown as (typeof EMPTY_ROW & { kind: DocumentKind })[];
        yield rows.map(({ id, kind, industry_code: industryCode, version, reading }) => ({
          id,
          kind,
          industryCode: industryCode || null,
          version,
          reading,
        }));
      }
    },
    async rebuild(batches, sequence) {
      await inTurn(async () => {
        await upkeep?.catch(() => undefined);
        await putCursor(NEVER_FED);
        documents.close();
        await connection.dropTable(DOCUMENTS);
        documents = await createDocuments(connection);
        for await (const batch of batches) {
          if (batch.length > 0) await documents.add(batch.map(toRow));
        }
        await indexGramsOf(documents);
        await putCursor(sequence);
      });
    },
    async readCursor() {
      const [row] = (await cursor.query().limit(1).toArray()) as { sequence: number }[];
      return row === undefined || row.sequence === NEVER_FED ? null : row.sequence;
    },
    writeCursor: (sequence) => write(() => putCursor(sequence)),
    async reopenIfLost() {
      if (!(await isLost())) return false;
      await upkeep?.catch(() => undefined);
      await inTurn(async () => {
        closeTables();
        ({ connection, documents, cursor } = await open());
      });
      return true;
    },
    async clear() {
      // The cursor first: cut off in between, the index is fed again from zero.
      await write(() => putCursor(NEVER_FED));
      await write(() => documents.delete('true'));
    },
    async close() {
      await queue;
      await upkeep?.catch(() => undefined);
      closeTables();
    },
  };
}

/** Makes a change once more when another was made in its way. */
async function again(change: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await change();
      return;
    } catch (error) {
      if (tries >= MOST_TRIES || !CONFLICT.test(String(error))) throw error;
    }
  }
}

async function openTables(
  connection: Connection,
  readingFormat: string,
): Promise<{ documents: Table; cursor: Table }> {
  const names = await connection.tableNames();
  if (names.includes(DOCUMENTS) && names.includes(CURSOR)) {
    try {
      const cursor = await connection.openTable(CURSOR);
      const documents = await connection.openTable(DOCUMENTS);
      const [row] = (await cursor.query().limit(1).toArray()) as {
        format: number;
        reading_format: string;
      }[];
      if (row?.format === FORMAT && row.reading_format === readingFormat) {
        await documents.query().limit(1).toArray();
        return { documents, cursor };
      }
    } catch {
      // Unreadable: everything in it can be made again, so it is.
    }
  }
  for (const name of [DOCUMENTS, CURSOR]) {
    if (names.includes(name)) await connection.dropTable(name);
  }
  // The cursor comes last: an index that was cut off half made has none, and is begun again.
  const documents = await createDocuments(connection);
  await indexGramsOf(documents);
  const cursor = await connection.createTable(CURSOR, [
    { format: FORMAT, reading_format: readingFormat, sequence: NEVER_FED },
  ]);
  return { documents, cursor };
}

/** The columns are told by a row that is taken out at once. */
async function createDocuments(connection: Connection): Promise<Table> {
  const documents = await connection.createTable(DOCUMENTS, [EMPTY_ROW]);
  await documents.delete('true');
  return documents;
}

async function indexGramsOf(documents: Table): Promise<void> {
  await documents.createIndex('grams', {
    config: Index.fts({
      baseTokenizer: 'whitespace',
      withPosition: false,
      lowercase: false,
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
    }),
  });
}

/** A merge takes each id once. */
function newestOfEach(changed: readonly RetrievalDocument[]): RetrievalDocument[] {
  const newest = new Map<string, RetrievalDocument>();
  for (const document of changed) {
    const other = newest.get(document.id);
    if (!other || other.version <= document.version) newest.set(document.id, document);
  }
  return [...newest.values()];
}

function toRow(document: RetrievalDocument): typeof EMPTY_ROW {
  return {
    id: document.id,
    kind: document.kind,
    grams: document.grams,
    region_code: document.regionCode ?? '',
    industry_code: document.industryCode ?? '',
    visible: document.visible,
    version: document.version,
    reading: Buffer.from(document.reading ?? []),
  };
}

/** A string literal of the index's SQL; the only thing special inside is the quote itself. */
function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function condition(
  kinds: readonly DocumentKind[],
  filter: NonNullable<RetrievalQuery['filter']>,
): string {
  const parts = [`kind IN (${kinds.map(quote).join(', ')})`];
  if (filter.includeHidden !== true) parts.push('visible = true');
  if (filter.regionCode !== undefined) parts.push(`region_code = ${quote(filter.regionCode)}`);
  if (filter.industryPrefix !== undefined) {
    parts.push(`starts_with(industry_code, ${quote(filter.industryPrefix)})`);
  }
  return parts.join(' AND ');
}
