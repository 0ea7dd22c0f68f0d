import type { Db } from '../../../platform/db/database.ts';
import { likePattern } from '../../../platform/db/like.ts';
import type { DirectoryTables } from './tables.ts';

/** Experts whose name, field or organisation has these words, in the order of their names. */
export function searchExperts(db: Db, q: string, limit: number) {
  const like = likePattern(q);
  return db
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .select(['id', 'userId', 'name', 'title', 'organisationName'])
    .where('status', '=', 'active')
    .where((where) =>
      where.or([
        where('name', 'ilike', like),
        where('research', 'ilike', like),
        where('organisationName', 'ilike', like),
      ]),
    )
    .orderBy('sortKey')
    .orderBy('id')
    .limit(limit)
    .execute();
}
