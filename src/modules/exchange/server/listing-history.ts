import type { Db } from '../../../platform/db/database.ts';
import type { ExchangeTables, ListingType } from './tables.ts';

/** What happened to a listing, newest first, as the contract gives it. */
export async function listHistory(db: Db, subject: { type: ListingType; id: string }) {
  const entries = await db
    .withTables<ExchangeTables>()
    .selectFrom('listingEntries')
    .selectAll()
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .orderBy('id', 'desc')
    .execute();
  return entries.map((entry) => ({
    at: entry.at.toISOString(),
    action: entry.action,
    from: entry.fromStatus,
    to: entry.toStatus,
    actorName: entry.actorName,
    words: entry.words,
    reasonCode: entry.reasonCode,
  }));
}
