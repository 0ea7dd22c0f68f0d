import type { RetrievalSource } from '../../../platform/retrieval/source.ts';
import { isListed, isPublicNeed } from '../domain/exchange.policy.ts';
import { findAchievements } from './achievement-queries.ts';
import { findOpenTexts } from './need-queries.ts';
import type { ExchangeTables } from './tables.ts';

export const achievementRetrieval: RetrievalSource = {
  subjectType: 'achievement',
  async read(db, ids) {
    const rows = await findAchievements({ db }, ids);
    return rows.map((row) => ({
      id: row.id,
      kind: 'achievement' as const,
      text: `${row.title}。${row.abstract}。${row.keywords.join(' ')}`,
      regionCode: row.regionCode,
      industryCode: row.industryCode,
      visible: isListed(row),
      version: row.version,
    }));
  },
  async listIds(db, after, limit) {
    let rows = db.withTables<ExchangeTables>().selectFrom('achievements').select('id');
    if (after !== null) rows = rows.where('id', '>', after);
    return (await rows.orderBy('id').limit(limit).execute()).map((row) => row.id);
  },
};

/** What anybody may read, open or ended; a need that ended before it was published is in no index. */
export const needRetrieval: RetrievalSource = {
  subjectType: 'need',
  async read(db, ids) {
    const rows = await findOpenTexts(db, ids);
    return rows.map((row) => ({
      id: row.id,
      kind: row.status === 'closed' ? ('past-need' as const) : ('need' as const),
      text: `${row.title}。${row.description}`,
      regionCode: row.regionCode,
      industryCode: row.industryCode,
      visible: isPublicNeed(row),
      version: row.version,
    }));
  },
  async listIds(db, after, limit) {
    let rows = db.withTables<ExchangeTables>().selectFrom('needs').select('id');
    if (after !== null) rows = rows.where('id', '>', after);
    return (await rows.orderBy('id').limit(limit).execute()).map((row) => row.id);
  },
};
