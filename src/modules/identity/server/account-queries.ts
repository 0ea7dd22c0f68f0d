import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { likePattern } from '../../../platform/db/like.ts';
import type { IdentityTables } from './tables.ts';

/** Ids of accounts whose name or address holds these characters; not more than a filter can use. */
export async function accountsNamed(database: Db | Tx, q: string): Promise<string[]> {
  const like = likePattern(q);
  const rows = await database
    .withTables<IdentityTables>()
    .selectFrom('users')
    .select('id')
    .where((where) => where.or([where('name', 'ilike', like), where('email', 'ilike', like)]))
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

/** A page of accounts with their grants, newest account first. Organisation names are put in by the caller. */
export async function listAccounts(
  database: Db,
  query: { page: number; pageSize: number; q?: string | undefined },
) {
  const db = database.withTables<IdentityTables>();
  let selection = db.selectFrom('users');
  if (query.q) {
    const like = likePattern(query.q);
    selection = selection.where((where) =>
      where.or([where('name', 'ilike', like), where('email', 'ilike', like)]),
    );
  }
  const total = await selection.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow();
  const users = await selection
    .select(['id', 'name', 'email', 'createdAt', 'isExample'])
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  const ids = users.map((user) => user.id);
  const grants =
    ids.length === 0
      ? []
      : await db
          .selectFrom('roleGrants')
          .selectAll()
          .where('userId', 'in', ids)
          .orderBy('grantedAt')
          .execute();
  const memberships =
    ids.length === 0
      ? []
      : await db
          .selectFrom('memberships')
          .select(['userId', 'organisationId'])
          .where('userId', 'in', ids)
          .where('until', 'is', null)
          .execute();
  return {
    total: total.count,
    items: users.map((user) => ({
      id: user.id,
      name: user.name,
      email: user.email,
      createdAt: user.createdAt.toISOString(),
      isExample: user.isExample,
      grants: grants
        .filter((grant) => grant.userId === user.id)
        .map((grant) => ({
          id: grant.id,
          role: grant.role,
          regionCode: grant.regionCode,
          from: grant.validFrom,
          until: grant.validUntil,
          revokedAt: grant.revokedAt?.toISOString() ?? null,
        })),
      organisationIds: memberships
        .filter((row) => row.userId === user.id)
        .map((row) => row.organisationId),
    })),
  };
}
