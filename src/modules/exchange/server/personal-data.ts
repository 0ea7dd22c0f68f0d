import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/**
 * What somebody wrote of needs and achievements, asked to see, and opened. A listing belongs to its
 * organisation: whoever began it for others, or has left, reads no more of it than anybody.
 */
export async function personalListings(
  db: Db,
  { userId, organisationIds }: { userId: string; organisationIds: readonly string[] },
) {
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  const own = sql`created_by = ${userId} and organisation_id = any(${[...organisationIds]}::uuid[])`;
  const ownIds = sql`select id from needs where ${own}
    union all select id from achievements where ${own}`;
  return {
    needs: await rows(sql`select * from needs where ${own} order by id`),
    achievements: await rows(sql`select * from achievements where ${own} order by id`),
    closedParts: await rows(sql`select * from listing_details where subject_id in (${ownIds})`),
    visits: await rows(sql`select * from visits where recorded_by = ${userId} order by created_at`),
    listingHistory: await rows(
      sql`select subject_type, subject_id, at, action, words, reason_code
        from listing_entries where actor_id = ${userId} order by id`,
    ),
    disclosures: await rows(
      sql`select * from disclosures where requested_by = ${userId} order by requested_at`,
    ),
    openingsByMe: await rows(
      sql`select subject_type, subject_id, at, file_name is not null as was_file
        from closed_openings where actor_id = ${userId} order by at`,
    ),
    openingsOfMine: await rows(
      sql`select subject_type, subject_id, at, actor_name, organisation_name, file_name
        from closed_openings where subject_id in (${ownIds}) order by at`,
    ),
  };
}
