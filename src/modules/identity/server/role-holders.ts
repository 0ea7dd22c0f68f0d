import { beijingDate } from '../../../kernel/calendar.ts';
import { regionPrefix } from '../../../kernel/policy.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { GrantableRole } from '../domain/identity.policy.ts';
import type { IdentityTables } from './tables.ts';

/** Accounts that hold a role today for a region, by name; each once. */
export async function findRoleHolders(
  database: Db | Tx,
  wanted: { role: GrantableRole; region: string },
  now: Date,
): Promise<{ id: string; name: string }[]> {
  const today = beijingDate(now);
  const rows = await database
    .withTables<IdentityTables>()
    .selectFrom('roleGrants')
    .innerJoin('users', 'users.id', 'roleGrants.userId')
    .select(['users.id', 'users.name', 'roleGrants.regionCode'])
    .where('role', '=', wanted.role)
    .where('revokedAt', 'is', null)
    .where('validFrom', '<=', today)
    .where((where) => where.or([where('validUntil', 'is', null), where('validUntil', '>=', today)]))
    .orderBy('users.name')
    .orderBy('users.id')
    .execute();
  const held = rows.filter(
    ({ regionCode }) => regionCode === null || wanted.region.startsWith(regionPrefix(regionCode)),
  );
  return [...new Map(held.map(({ id, name }) => [id, { id, name }])).values()];
}

export async function holdsRole(
  database: Db | Tx,
  wanted: { userId: string; role: GrantableRole; region: string },
  now: Date,
): Promise<boolean> {
  const holders = await findRoleHolders(database, wanted, now);
  return holders.some(({ id }) => id === wanted.userId);
}
