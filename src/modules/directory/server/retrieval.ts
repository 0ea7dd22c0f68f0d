import type { RetrievalSource } from '../../../platform/retrieval/source.ts';
import type { DirectoryTables } from './tables.ts';
import { findExperts } from './directory-queries.ts';

/** Experts are found by what they work on, never by their name. */
export const expertRetrieval: RetrievalSource = {
  subjectType: 'expert',
  async read(db, ids) {
    const rows = await findExperts(db, ids);
    return rows.map((row) => ({
      id: row.id,
      kind: 'expert' as const,
      text: `${row.research}。${row.bio}`,
      regionCode: row.regionCode,
      industryCode: null,
      visible: row.status === 'active',
      version: row.version,
    }));
  },
  async listIds(db, after, limit) {
    let rows = db.withTables<DirectoryTables>().selectFrom('experts').select('id');
    if (after !== null) rows = rows.where('id', '>', after);
    return (await rows.orderBy('id').limit(limit).execute()).map((row) => row.id);
  },
};
