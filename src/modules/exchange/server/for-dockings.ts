import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { findExperts, organisationNames } from '../../directory/index.ts';
import { regionLabel } from '../../reference-data/index.ts';
import { isListed } from '../domain/exchange.policy.ts';
import { findAchievements } from './achievement-queries.ts';
import { findOpenTexts } from './need-queries.ts';
import type { ExchangeTables } from './tables.ts';

/** A need as a docking starts from it. */
export async function findNeedForDocking(db: Db | Tx, id: string) {
  const [row] = await findOpenTexts(db, [id]);
  if (!row) return undefined;
  const names = await organisationNames(db, [row.organisationId]);
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    status: row.status,
    organisationId: row.organisationId,
    organisationName: names.get(row.organisationId) ?? '',
    regionCode: row.regionCode,
    regionName: regionLabel(row.regionCode, 'zh-CN'),
    industryCode: row.industryCode,
    budgetFen: row.budgetFen,
    months: row.months,
    coopModes: row.coopModes,
    isExample: row.isExample,
  };
}
export type NeedForDocking = NonNullable<Awaited<ReturnType<typeof findNeedForDocking>>>;

/** What a docking needs to know of the side that can answer. */
export type OfferForDocking = {
  kind: 'achievement' | 'expert';
  id: string;
  title: string;
  organisationId: string | null;
  organisationName: string;
  expertId: string | null;
  expertName: string | null;
  regionCode: string;
  published: boolean;
  isExample: boolean;
};

export async function findAchievementForDocking(
  db: Db | Tx,
  id: string,
): Promise<OfferForDocking | undefined> {
  const [row] = await findAchievements({ db }, [id]);
  if (!row) return undefined;
  const names = await organisationNames(db, [row.organisationId]);
  const [expert] = row.expertId === null ? [] : await findExperts(db, [row.expertId]);
  return {
    kind: 'achievement',
    id: row.id,
    title: row.title,
    organisationId: row.organisationId,
    organisationName: names.get(row.organisationId) ?? '',
    expertId: row.expertId,
    expertName: expert?.name ?? null,
    regionCode: row.regionCode,
    published: isListed(row),
    isExample: row.isExample,
  };
}

/** How many published listings an organisation has. */
export async function listingCounts(database: Db | Tx, organisationId: string) {
  const db = database.withTables<ExchangeTables>();
  const needs = await db
    .selectFrom('needs')
    .select(sql<number>`count(*)`.as('count'))
    .where('organisationId', '=', organisationId)
    .where('status', 'in', ['published', 'in_docking'])
    .where('lapsedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const achievements = await db
    .selectFrom('achievements')
    .select(sql<number>`count(*)`.as('count'))
    .where('organisationId', '=', organisationId)
    .where('status', '=', 'published')
    .where('lapsedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return { needs: needs.count, achievements: achievements.count };
}

export async function countPublishedAchievements(db: Db): Promise<number> {
  const row = await db
    .withTables<ExchangeTables>()
    .selectFrom('achievements')
    .select(sql<number>`count(*)`.as('count'))
    .where('status', '=', 'published')
    .where('lapsedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Needs that are still looked for. */
export async function countOpenNeeds(db: Db): Promise<number> {
  const row = await db
    .withTables<ExchangeTables>()
    .selectFrom('needs')
    .select(sql<number>`count(*)`.as('count'))
    .where('status', 'in', ['published', 'in_docking'])
    .where('lapsedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
