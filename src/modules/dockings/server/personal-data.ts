import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** What somebody did and wrote in cases. */
export async function personalCases(db: Db, userId: string) {
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  return {
    cases: await rows(
      sql`select id, number, status, need_title, asker_name, offer_title, responder_name,
          proposed_at, ended_at
        from dockings where broker_id = ${userId} or id in (
          select docking_id from docking_entries where actor_id = ${userId}) order by id`,
    ),
    caseEntries: await rows(
      sql`select docking_id, at, action, actor_side, words, reason_code, facts
        from docking_entries where actor_id = ${userId} order by seq`,
    ),
    meetings: await rows(
      sql`select meeting.docking_id, meeting.begins_at, meeting.ends_at, meeting.place,
          meeting.agenda, person.side, person.answer, person.attended
        from docking_meeting_people as person
        join docking_meetings as meeting on meeting.id = person.meeting_id
        where person.user_id = ${userId} order by meeting.begins_at`,
    ),
    minutesConfirmed: await rows(
      sql`select meeting_id, side, at from docking_meeting_confirmations
        where user_id = ${userId} order by at`,
    ),
    leaves: await rows(
      sql`select from_day, until_day, note, entered_at, ended_at
        from leaves where user_id = ${userId} order by entered_at`,
    ),
    ratings: await rows(sql`select * from docking_ratings where user_id = ${userId}`),
  };
}
