import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** When somebody asked, and how the answers were judged. The words of questions are not kept. */
export async function personalFeedback(db: Db, userId: string) {
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  return {
    questions: await rows(
      sql`select at, need_id from match_asks where actor_id = ${userId} order by at`,
    ),
    judgements: await rows(
      sql`select at, need_id, offer_kind, offer_id, verdict, reason_code, words
        from match_judgements where actor_id = ${userId} order by seq`,
    ),
  };
}
