import type { z } from 'zod';
import { beijingDate, beijingInstant, shiftDate } from '../../../kernel/calendar.ts';
import type { Db } from '../../../platform/db/database.ts';
import { sideOf } from '../domain/docking-turn.ts';
import { areRatingsOpen, FEWEST_RATINGS, RATING_DAYS, ratingMeans } from '../domain/rating.ts';
import type { organisationRatings, ratings } from '../registration.contract.ts';
import { namer, type Reader } from './docking-summaries.ts';
import type { Docking, DockingTables } from './tables.ts';

/** What both sides think of each other, as far as the reader may know it yet. */
export async function ratingsPart(
  db: Db,
  docking: Docking,
  reader: Reader,
): Promise<z.infer<typeof ratings>> {
  const { endedAt } = docking;
  const rows = await db
    .withTables<DockingTables>()
    .selectFrom('dockingRatings')
    .selectAll()
    .where('dockingId', '=', docking.id)
    .orderBy('givenAt')
    .execute();
  const open = areRatingsOpen(rows.length, endedAt, reader.now);
  const side = sideOf(docking, reader.actor);
  const readable = rows.filter((row) => open || row.side === side);
  const name = await namer(
    db,
    reader.translate,
    readable.map(({ userId }) => userId),
  );
  return {
    given: readable.map(({ side: by, userId, givenAt, reply, promise, again, words }) => ({
      side: by,
      byName: name(userId),
      at: givenAt.toISOString(),
      reply,
      promise,
      again,
      words,
    })),
    count: rows.length,
    open,
    openFrom:
      endedAt === null
        ? null
        : beijingInstant(shiftDate(beijingDate(endedAt), RATING_DAYS), '00:00').toISOString(),
  };
}

/** Those that may be read by now; means only where there are enough that nobody is told apart. */
export async function organisationRatingsOf(
  db: Db,
  organisationId: string,
  now: Date,
): Promise<z.infer<typeof organisationRatings>> {
  const rows = await db
    .withTables<DockingTables>()
    .selectFrom('dockingRatings')
    .select(['reply', 'promise', 'again'])
    .where('ratedOrganisationId', '=', organisationId)
    .where('visibleFrom', '<=', now)
    .execute();
  const means = ratingMeans(rows);
  return { count: means === null ? 0 : rows.length, fewest: FEWEST_RATINGS, means };
}
