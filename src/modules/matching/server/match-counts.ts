import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { MatchingTables } from './tables.ts';

/** Pairs shown and opened for the first time in [from, to). */
export async function countMatchEvents(
  db: Db,
  period: { from: Date; to: Date },
): Promise<{ shown: number; opened: number; includesExamples: boolean }> {
  const rows = await db
    .withTables<MatchingTables>()
    .selectFrom('matchEvents')
    .select([
      'event',
      sql<number>`count(*)`.as('count'),
      sql<boolean>`bool_or(is_example)`.as('examples'),
    ])
    .where('at', '>=', period.from)
    .where('at', '<', period.to)
    .groupBy('event')
    .execute();
  const count = (event: string) => rows.find((row) => row.event === event)?.count ?? 0;
  return {
    shown: count('shown'),
    opened: count('opened'),
    includesExamples: rows.some((row) => row.examples),
  };
}
