import type { Db } from '../db/database.ts';
import type { DocumentKind } from './retrieval.ts';

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
