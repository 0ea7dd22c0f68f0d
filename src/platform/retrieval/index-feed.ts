import { indexGrams } from '../../kernel/text/grams.ts';
import type { Db } from '../db/database.ts';
import { lastOutboxSeq, readOutbox } from '../outbox/outbox.ts';
import type { Retrieval } from './retrieval.ts';
import type { RetrievalSource, RetrievalText } from './source.ts';

const BATCH = 500;

/**
 * Keeps this node's search index up to date: it reads the outbox from its own cursor and rewrites
 * the listings that events name. Without a cursor, because the folder is new, lost or of an older
 * form, it builds the index from zero and starts from where the outbox was when it began.
 */
export function createIndexFeed(parts: {
  db: Db;
  retrieval: Retrieval;
  sources: readonly RetrievalSource[];
}) {
  const { db, retrieval, sources } = parts;

  async function refresh(source: RetrievalSource, ids: readonly string[]): Promise<void> {
    const texts = await source.read(db, ids);
    const shown = texts.filter((text) => text.visible);
    const kept = new Set(shown.map((text) => text.id));
    const gone = ids.filter((id) => !kept.has(id));
    if (shown.length > 0) await retrieval.upsert(shown.map(indexed));
    if (gone.length > 0) await retrieval.remove(gone);
  }

  async function rebuild(): Promise<void> {
    const head = await lastOutboxSeq(db);
    await retrieval.clear();
    for (const source of sources) {
      let after: string | null = null;
      for (;;) {
        const ids: string[] = await source.listIds(db, after, BATCH);
        if (ids.length === 0) break;
        await refresh(source, ids);
        after = ids.at(-1) ?? null;
      }
    }
    await retrieval.optimise();
    await retrieval.writeCursor(head);
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

const indexed = (text: RetrievalText) => ({
  id: text.id,
  kind: text.kind,
  grams: indexGrams(text.text),
  regionCode: text.regionCode,
  industryCode: text.industryCode ?? '',
  visible: text.visible,
  version: text.version,
});
