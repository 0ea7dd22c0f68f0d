import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** What the directory keeps of a person. */
export async function personalEntries(db: Db, userId: string) {
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  return {
    expertProfiles: await rows(sql`select * from experts where user_id = ${userId}`),
    organisations: await rows(
      sql`select * from organisations where id in
        (select organisation_id from memberships where user_id = ${userId})`,
    ),
    directoryHistory: await rows(
      sql`select subject_type, subject_id, at, action, words, reason_code
        from directory_entries where actor_id = ${userId} order by id`,
    ),
    claims: await rows(
      sql`select * from directory_claims where user_id = ${userId} order by created_at`,
    ),
    facilityBookings: await rows(
      sql`select * from facility_bookings where user_id = ${userId} order by created_at`,
    ),
  };
}
