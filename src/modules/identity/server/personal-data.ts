import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** What is kept of an account itself; secrets are left out. */
export async function personalAccount(db: Db, userId: string) {
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  return {
    account: await rows(
      sql`select id, name, email, email_verified, created_at, updated_at from users where id = ${userId}`,
    ),
    roles: await rows(
      sql`select role, region_code, valid_from, valid_until, granted_at, revoked_at
        from role_grants where user_id = ${userId} order by granted_at`,
    ),
    memberships: await rows(
      sql`select organisation_id, since, until from memberships where user_id = ${userId} order by since`,
    ),
    sessions: await rows(
      sql`select created_at, updated_at, expires_at, ip_address, user_agent
        from sessions where user_id = ${userId} order by created_at`,
    ),
  };
}
