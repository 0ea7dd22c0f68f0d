import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import { regionPrefix, type Actor } from '../../../kernel/policy.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import { likePattern } from '../../../platform/db/like.ts';
import { regionLabel } from '../../reference-data/index.ts';
import type { OrganisationKind } from '../domain/directory.policy.ts';
import type { DirectoryTables } from './tables.ts';

type ListQuery = {
  page: number;
  pageSize: number;
  q?: string | undefined;
  region?: string | undefined;
};

export async function listOrganisations(
  database: Db,
  query: ListQuery & { kind?: OrganisationKind | undefined },
  language: Language,
) {
  let rows = database.withTables<DirectoryTables>().selectFrom('organisations');
  if (query.kind) rows = rows.where('kind', '=', query.kind);
  if (query.region) rows = rows.where('regionCode', 'like', `${regionPrefix(query.region)}%`);
  if (query.q) {
    const like = likePattern(query.q);
    rows = rows.where((where) =>
      where.or([where('name', 'ilike', like), where('sortKey', 'ilike', like)]),
    );
  }
  const { total } = await rows.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const items = await rows
    .select(['id', 'name', 'kind', 'regionCode', 'isExample'])
    .orderBy('sortKey')
    .orderBy('id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return {
    items: items.map((row) => ({ ...row, regionName: regionLabel(row.regionCode, language) })),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}

export async function getOrganisation(database: Db, id: string, language: Language) {
  const db = database.withTables<DirectoryTables>();
  const row = await db
    .selectFrom('organisations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('organisation');
  const experts = await db
    .selectFrom('experts')
    .select(['id', 'name', 'title'])
    .where('organisationId', '=', id)
    .orderBy('sortKey')
    .limit(50)
    .execute();
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    regionCode: row.regionCode,
    regionName: regionLabel(row.regionCode, language),
    isExample: row.isExample,
    uscc: row.uscc,
    introduction: row.introduction,
    createdAt: row.createdAt.toISOString(),
    experts,
  };
}

export async function listExperts(database: Db, query: ListQuery, language: Language) {
  let rows = database.withTables<DirectoryTables>().selectFrom('experts');
  if (query.region) rows = rows.where('regionCode', 'like', `${regionPrefix(query.region)}%`);
  if (query.q) {
    const like = likePattern(query.q);
    rows = rows.where((where) =>
      where.or([
        where('name', 'ilike', like),
        where('organisationName', 'ilike', like),
        where('research', 'ilike', like),
        where('sortKey', 'ilike', like),
      ]),
    );
  }
  const { total } = await rows.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const items = await rows
    .selectAll()
    .orderBy('sortKey')
    .orderBy('id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return {
    items: items.map((row) => expertSummary(row, language)),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}

export async function getExpert(database: Db, id: string, actor: Actor, language: Language) {
  const row = await database
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('expert');
  return {
    ...expertSummary(row, language),
    bio: row.bio,
    updatedAt: row.updatedAt.toISOString(),
    mine: actor.userId !== null && row.userId === actor.userId,
  };
}

type ExpertRow = {
  id: string;
  name: string;
  title: string;
  organisationId: string | null;
  organisationName: string;
  research: string;
  regionCode: string;
  isExample: boolean;
};

const expertSummary = (row: ExpertRow, language: Language) => ({
  id: row.id,
  name: row.name,
  title: row.title,
  organisationId: row.organisationId,
  organisationName: row.organisationName,
  research: row.research,
  regionCode: row.regionCode,
  regionName: regionLabel(row.regionCode, language),
  isExample: row.isExample,
});

/** Names of organisations, by id. */
export async function organisationNames(
  db: Db | Tx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The organisation a listing is to belong to; throws when there is none. */
export async function getListingOwner(
  db: Db | Tx,
  id: string,
): Promise<{ organisationId: string; regionCode: string; isExample: boolean }> {
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select(['id as organisationId', 'regionCode', 'isExample'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('organisation');
  return row;
}

/** The expert profiles of an account. */
export async function expertIdsOf(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .select('id')
    .where('userId', '=', userId)
    .execute();
  return rows.map((row) => row.id);
}

/** Full rows for matching, by id. */
export function findExperts(db: Db | Tx, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}

export async function countExperts(db: Db): Promise<number> {
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .select(sql<number>`count(*)`.as('count'))
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
    published: true,
    isExample: row.isExample,
  };
}
