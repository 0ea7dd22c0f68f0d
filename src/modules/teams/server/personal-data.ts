import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** Teams somebody is or was in, and what was written of visits. */
export async function personalTeams(db: Db, userId: string) {
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  return {
    teams: await rows(
      sql`select team_id, kind, name, from_day, until_day
        from team_members where user_id = ${userId} order by from_day`,
    ),
    teamVisits: await rows(
      sql`select * from team_visits where recorded_by = ${userId} order by id`,
    ),
  };
}
