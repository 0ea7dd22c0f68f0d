import { sql } from 'kysely';
import { AppError } from '../../../kernel/errors.ts';
import { savedAs, type PlainRoute } from '../../../platform/http/plain-route.ts';
import type { Platform } from '../../../platform/platform.ts';
import { personalEntries } from '../../directory/index.ts';
import { personalCases } from '../../dockings/index.ts';
import { personalListings } from '../../exchange/index.ts';
import { personalAccount } from '../../identity/index.ts';
import { personalFeedback } from '../../matching/index.ts';
import { personalNotices } from '../../notifications/index.ts';
import { personalTeams } from '../../teams/index.ts';

async function ownTables({ db }: Platform, userId: string) {
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  return {
    imports: await rows(
      sql`select kind, file_name, status, rows_total, rows_bad, created_at, finished_at
        from imports where user_id = ${userId} order by created_at`,
    ),
    apiKeys: await rows(
      sql`select name, hint, scopes, created_at, expires_at, last_used_at, revoked_at
        from api_keys where user_id = ${userId} order by created_at`,
    ),
    webhooks: await rows(
      sql`select name, url, types, created_at, turned_off_at
        from webhooks where user_id = ${userId} order by created_at`,
    ),
    files: await rows(
      sql`select name, media_type, size, uploaded_at from stored_files
        where uploaded_by = ${userId} order by uploaded_at`,
    ),
    // Who did what and when; the chain itself holds no words.
    actions: await rows(
      sql`select at, action, subject_type, subject_id from audit_entries
        where actor_id = ${userId} order by seq`,
    ),
  };
}

/**
 * Everything that is kept of the person who asks, as JSON (Personal Information Protection Law,
 * article 45). Each module says what it keeps; secrets of other people are none of it.
 */
export const personalData = (platform: Platform): PlainRoute => ({
  path: '/api/my/data.json',
  permission: 'account.data',
  async answer({ context }) {
    const { actor } = context.request;
    platform.guard.require(actor, 'account.data');
    const { userId, organisationIds } = actor;
    if (userId === null) throw new AppError('unauthenticated', { code: 'policy.sign_in' });
    const { db, clock, config } = platform;
    const parts = [
      () => personalAccount(db, userId),
      () => personalEntries(db, userId),
      () => personalListings(db, { userId, organisationIds }),
      () => personalCases(db, userId),
      () => personalFeedback(db, userId),
      () => personalNotices(db, userId),
      () => personalTeams(db, userId),
      () => ownTables(platform, userId),
    ];
    const data: Record<string, unknown> = {
      from: config.publicUrl,
      at: clock.now().toISOString(),
    };
    for (const part of parts) Object.assign(data, await part());
    return new Response(JSON.stringify(data, null, 2), {
      headers: savedAs(
        `${context.translate('export.personal')}.json`,
        'application/json; charset=utf-8',
      ),
    });
  },
});
