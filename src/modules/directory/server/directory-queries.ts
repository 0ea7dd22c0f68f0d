import { sql } from 'kysely';
import { AppError, notFound } from '../../../kernel/errors.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { DirectoryTables } from './tables.ts';

/** Names of organisations, by id; one that was merged goes by the name of the one it ended in. */
export async function organisationNames(
  db: Db | Tx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .leftJoin('organisations as into', 'into.id', 'organisations.mergedInto')
    .select(({ fn }) => [
      'organisations.id',
      fn.coalesce('into.name', 'organisations.name').as('name'),
    ])
    .where('organisations.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Names of those among these organisations that are in use: what an account can act for. */
export async function activeOrganisationNames(
  db: Db | Tx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .where('status', '=', 'active')
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The organisation a listing is to belong to; throws when there is none, or it is out of use. */
export async function getListingOwner(
  db: Db | Tx,
  id: string,
): Promise<{ organisationId: string; regionCode: string; isExample: boolean }> {
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select(['id as organisationId', 'regionCode', 'isExample', 'status'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('organisation');
  const { status, ...owner } = row;
  if (status !== 'active') throw new AppError('refused', { code: 'directory.not_in_use' });
  return owner;
}

/** The expert profiles of an account: its own, and those that ended in it. */
export async function expertIdsOf(db: Db | Tx, userId: string): Promise<string[]> {
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .leftJoin('experts as into', 'into.id', 'experts.mergedInto')
    .select('experts.id')
    .where((where) =>
      where.or([where('experts.userId', '=', userId), where('into.userId', '=', userId)]),
    )
    .orderBy(sql`experts.merged_into is not null`)
    .execute();
  return rows.map((row) => row.id);
}

/** Full rows for matching, by id; a profile that ended in another is answered for by its account. */
export function findExperts(db: Db | Tx, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .leftJoin('experts as into', 'into.id', 'experts.mergedInto')
    .selectAll('experts')
    .select(({ fn }) => fn.coalesce('experts.userId', 'into.userId').as('userId'))
    .where('experts.id', 'in', [...ids])
    .execute();
}

export async function countExperts(db: Db): Promise<number> {
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .select(sql<number>`count(*)`.as('count'))
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** An expert as the other side of a docking. */
export async function findExpertForDocking(db: Db | Tx, id: string) {
  const [row] = await findExperts(db, [id]);
  if (!row) return undefined;
  return {
    kind: 'expert' as const,
    id: row.id,
    title: row.name,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    expertId: row.id as string | null,
    expertName: row.name as string | null,
    regionCode: row.regionCode,
    published: row.status === 'active',
    isExample: row.isExample,
  };
}
