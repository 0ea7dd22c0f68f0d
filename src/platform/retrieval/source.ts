import type { Db } from '../db/database.ts';
import type { DocumentKind, StoredReading } from './retrieval.ts';

/** What a listing gives the search index: its words and what is filtered by. */
export type RetrievalText = {
  id: string;
  kind: DocumentKind;
  text: string;
  regionCode: string;
  industryCode: string | null;
  visible: boolean;
  version: number;
};

/**
 * Where the index gets the listings of one kind from. Events about `subjectType` refresh what they
 * name; an id that `read` no longer gives leaves the index. `listIds` walks all of them in order of
 * id, for rebuilding.
 */
export type RetrievalSource = {
  subjectType: string;
  read(db: Db, ids: readonly string[]): Promise<RetrievalText[]>;
  listIds(db: Db, after: string | null, limit: number): Promise<string[]>;
};

/**
 * The module that ranks reads each listing once, when it enters the index, and keeps what it read with
 * it there: the index itself knows nothing of ranking. A reading that is empty is none.
 */
export type ListingReader = {
  /** One reading for each text, in the same order. */
  take(texts: readonly RetrievalText[]): Promise<Uint8Array[]>;
  forget(ids: readonly string[]): Promise<void>;
  /** Forgets all; while this work goes on, everything is read anew. */
  rebuild(work: () => Promise<void>): Promise<void>;
  /** False after a start, until `restore` or `rebuild` is done. */
  isWhole(): boolean;
  /** Takes in what was kept. */
  restore(stored: AsyncIterable<StoredReading[]>): Promise<void>;
};
