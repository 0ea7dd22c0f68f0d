import { beijingDate } from '../../../kernel/calendar.ts';
import type { Actor } from '../../../kernel/policy.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { standsInFor } from './leaves.ts';
import type { IdentityTables } from './tables.ts';

/** What an account may be today: grants that hold on this day in China, and its organisations. */
export async function loadActor(
  database: Db | Tx,
  user: { id: string; name: string },
  now: Date,
  expertIdsOf: (userId: string) => Promise<string[]>,
): Promise<Actor> {
  const db = database.withTables<IdentityTables>();
  const today = beijingDate(now);
  const grants = await db
    .selectFrom('roleGrants')
    .select(['role', 'regionCode'])
    .where('userId', '=', user.id)
    .where('revokedAt', 'is', null)
    .where('validFrom', '<=', today)
    .where((where) => where.or([where('validUntil', 'is', null), where('validUntil', '>=', today)]))
    .execute();
  const memberships = await db
    .selectFrom('memberships')
    .select('organisationId')
    .where('userId', '=', user.id)
    .where('until', 'is', null)
    .execute();
  return {
    userId: user.id,
    name: user.name,
    grants,
    organisationIds: memberships.map((row) => row.organisationId),
    expertIds: await expertIdsOf(user.id),
    standsInFor: await standsInFor(database, user.id, now),
  };
}

/** Who acts when nobody asked: jobs and subscribers. */
export const systemActor: Actor = {
  userId: null,
  name: 'system',
  grants: [{ role: 'system', regionCode: null }],
  organisationIds: [],
  expertIds: [],
};
