import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** What somebody was told, by what means, and what was chosen. */
export async function personalNotices(db: Db, userId: string) {
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  return {
    notificationChoices: await rows(
      sql`select kind, channel, frequency, changed_at
        from notification_choices where user_id = ${userId}`,
    ),
    notices: await rows(
      sql`select kind, at, title, text, path, read_at
        from notices where user_id = ${userId} order by at`,
    ),
    messages: await rows(
      sql`select kind, channel, title, status, queued_at, settled_at
        from notice_deliveries where user_id = ${userId} order by queued_at`,
    ),
  };
}
