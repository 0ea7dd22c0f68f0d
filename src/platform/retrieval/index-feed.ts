import { indexGrams } from '../../kernel/text/grams.ts';
import type { Db } from '../db/database.ts';
import { lastOutboxSeq, readOutbox } from '../outbox/outbox.ts';
import type { Retrieval, RetrievalDocument } from './retrieval.ts';
import type { ListingReader, RetrievalSource, RetrievalText } from './source.ts';

const BATCH = 500;
/** Listings read at once when the index is built from zero. */
const LARGE_BATCH = 2000;

/**
 * Keeps this node's search index up to date: it reads the outbox from its own cursor and rewrites
 * the listings that events name. Without a cursor, because the folder is new, lost or of an older
 * form, it builds the index from zero and starts from where the outbox was when it began.
 */
export function createIndexFeed(parts: {
  db: Db;
  retrieval: Retrieval;
  sources: readonly RetrievalSource[];
  reader?: ListingReader | undefined;
}) {
  const { db, retrieval, sources, reader } = parts;

  async function documentsOf(texts: readonly RetrievalText[]): Promise<RetrievalDocument[]> {
    const readings = await reader?.take(texts);
    return texts.map((text, at) => ({
      id: text.id,
      kind: text.kind,
      grams: indexGrams(text.text),
      regionCode: text.regionCode,
      industryCode: text.industryCode ?? '',
      visible: text.visible,
      version: text.version,
      ...(readings && { reading: readings[at] }),
    }));
  }

  async function refresh(source: RetrievalSource, ids: readonly string[]): Promise<void> {
    const texts = await source.read(db, ids);
    const shown = texts.filter((text) => text.visible);
    const kept = new Set(shown.map((text) => text.id));
    const gone = ids.filter((id) => !kept.has(id));
    if (shown.length > 0) await retrieval.upsert(await documentsOf(shown));
    if (gone.length === 0) return;
    await reader?.forget(gone);
    await retrieval.remove(gone);
  }

  async function* shownTexts(): AsyncGenerator<RetrievalText[]> {
    for (const source of sources) {
      let after: string | null = null;
      for (;;) {
        const ids: string[] = await source.listIds(db, after, LARGE_BATCH);
        if (ids.length === 0) break;
        yield (await source.read(db, ids)).filter((text) => text.visible);
        after = ids.at(-1) ?? null;
      }
    }
  }

  /** Reading the database, reading the listings and writing go on at the same time, a batch apart. */
  async function rebuild(): Promise<void> {
    const head = await lastOutboxSeq(db);
    const build = () => retrieval.rebuild(ahead(through(ahead(shownTexts()), documentsOf)), head);
    await (reader ? reader.rebuild(build) : build());
  }

  return {
    /** One step forward; the number of events passed, 0 when nothing was left. */
    async step(): Promise<number> {
      await retrieval.reopenIfLost();
      const cursor = await retrieval.readCursor();
      if (cursor === null) {
        await rebuild();
        return 1;
      }
      if (reader?.isWhole() === false) await reader.restore(retrieval.readings());
      const events = await readOutbox(db, cursor, BATCH);
      const last = events.at(-1);
      if (!last) return 0;
      for (const source of sources) {
        const ids = new Set(
          events
            .filter((event) => event.subjectType === source.subjectType)
            .map((event) => event.subjectId),
        );
        if (ids.size > 0) await refresh(source, [...ids]);
      }
      await retrieval.writeCursor(last.seq);
      return events.length;
    },
    /** Events in the outbox that this index has not taken in. */
    async lag(): Promise<number> {
      return (await lastOutboxSeq(db)) - ((await retrieval.readCursor()) ?? 0);
    },
  };
}

async function* through<From, To>(
  items: AsyncIterable<From>,
  work: (item: From) => Promise<To>,
): AsyncGenerator<To> {
  for await (const item of items) yield await work(item);
}

/** Begins with the next item while the last one is in use. */
async function* ahead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  const begin = () => {
    const next = items.next();
    // Its failure is heard when its turn comes.
    next.catch(() => undefined);
    return next;
  };
  let next = begin();
  for (;;) {
    const { done, value } = await next;
    if (done) return;
    next = begin();
    yield value;
  }
}
