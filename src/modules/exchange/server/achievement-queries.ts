import { sql, type SelectQueryBuilder } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import { regionPrefix } from '../../../kernel/policy.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { filterSql } from '../../../platform/db/filter-sql.ts';
import { likePattern } from '../../../platform/db/like.ts';
import { explainActions, type ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findExperts, organisationNames } from '../../directory/index.ts';
import { industryLabel, regionLabel } from '../../reference-data/index.ts';
import { achievementWorkflow } from '../domain/achievement.workflow.ts';
import { mergeRecord } from '../domain/merging.ts';
import { findAttachments } from './attachments.ts';
import { confirmationOf } from './confirmation-of.ts';
import { closedStateOf } from './listing-details.ts';
import { listHistory } from './listing-history.ts';
import type { AchievementRow, ExchangeTables } from './tables.ts';

const policyColumns = {
  status: 'status',
  organisationId: 'organisation_id',
  regionCode: 'region_code',
  publishedAt: 'published_at',
  lapsedAt: 'lapsed_at',
};

type Achievements = SelectQueryBuilder<ExchangeTables, 'achievements', object>;
type Paging = { page: number; pageSize: number };

async function pageOfAchievements(
  platform: Platform,
  context: ApiContext,
  achievements: Achievements,
  order: 'newest' | 'changed',
  paging: Paging,
) {
  const { total } = await achievements
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await achievements
    .orderBy(order === 'newest' ? 'publishedAt' : 'updatedAt', 'desc')
    .orderBy('id', 'desc')
    .selectAll()
    .limit(paging.pageSize)
    .offset((paging.page - 1) * paging.pageSize)
    .execute();
  return { items: await summaries(platform, context, rows), total, ...paging };
}

export function listAchievements(
  platform: Platform,
  context: ApiContext,
  query: Paging & {
    q?: string | undefined;
    region?: string | undefined;
    industry?: string | undefined;
    trlFrom?: number | undefined;
  },
) {
  const visible = platform.guard.filter(context.request.actor, 'achievement.read');
  let rows: Achievements = platform.db
    .withTables<ExchangeTables>()
    .selectFrom('achievements')
    .where('status', '=', 'published')
    .where('lapsedAt', 'is', null)
    .where(filterSql(visible, policyColumns));
  if (query.region) rows = rows.where('regionCode', 'like', `${regionPrefix(query.region)}%`);
  if (query.industry) rows = rows.where('industryCode', 'like', `${query.industry}%`);
  if (query.trlFrom) rows = rows.where('trl', '>=', query.trlFrom);
  if (query.q) {
    const like = likePattern(query.q);
    const word = query.q;
    rows = rows.where((where) =>
      where.or([
        where('title', 'ilike', like),
        where('abstract', 'ilike', like),
        sql<boolean>`${word} = any(keywords)`,
      ]),
    );
  }
  return pageOfAchievements(platform, context, rows, 'newest', {
    page: query.page,
    pageSize: query.pageSize,
  });
}

export function listMyAchievements(platform: Platform, context: ApiContext, paging: Paging) {
  const { actor } = context.request;
  platform.guard.require(actor, 'achievement.mine');
  const rows: Achievements = platform.db
    .withTables<ExchangeTables>()
    .selectFrom('achievements')
    .where(
      filterSql(
        { kind: 'in', field: 'organisationId', values: actor.organisationIds },
        policyColumns,
      ),
    );
  return pageOfAchievements(platform, context, rows, 'changed', paging);
}

export async function getAchievement(platform: Platform, context: ApiContext, id: string) {
  const { guard, clock } = platform;
  const { actor } = context.request;
  const [row] = await findAchievements(platform, [id]);
  if (!row || !guard.permit(actor, row)('achievement.read').allowed) throw notFound('achievement');
  const [summary] = await summaries(platform, context, [row]);
  const mine = actor.organisationIds.includes(row.organisationId);
  const insider = mine || guard.permit(actor, row)('achievement.withdraw').allowed;
  const actions = achievementWorkflow.availableActions(
    row,
    // Into another of the same owner, as far as permission goes; which one is chosen later.
    guard.permit(actor, mergeRecord(row, row)),
    clock.now(),
  );
  return {
    ...summary!,
    version: row.version,
    trlProof: row.trlProof,
    patents: row.patents,
    ...(await closedStateOf(
      platform,
      context,
      row,
      await findAttachments(platform.db, { type: 'achievement', id }),
    )),
    history: insider ? await listHistory(platform.db, { type: 'achievement', id }) : [],
    confirmation: await confirmationOf(platform.db, row, mine, clock.now()),
    mergedInto: await mergedInto(platform, context, row.mergedInto),
    mine,
    actions: insider ? explainActions(context.translate, actions) : [],
  };
}

async function mergedInto(platform: Platform, context: ApiContext, id: string | null) {
  const [row] = id === null ? [] : await findAchievements(platform, [id]);
  const readable =
    row && platform.guard.permit(context.request.actor, row)('achievement.read').allowed;
  return readable ? { id: row.id, title: row.title } : null;
}

/** Full rows, by id. */
export async function findAchievements({ db }: { db: Db | Tx }, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .withTables<ExchangeTables>()
    .selectFrom('achievements')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}

async function summaries(platform: Platform, context: ApiContext, rows: AchievementRow[]) {
  const names = await organisationNames(
    platform.db,
    rows.map((row) => row.organisationId),
  );
  const experts = new Map(
    (
      await findExperts(
        platform.db,
        rows.flatMap((row) => row.expertId ?? []),
      )
    ).map((expert) => [expert.id, expert.name]),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    abstract: row.abstract,
    keywords: row.keywords,
    status: row.status,
    organisationId: row.organisationId,
    organisationName: names.get(row.organisationId) ?? '',
    expertId: row.expertId,
    expertName: row.expertId === null ? null : (experts.get(row.expertId) ?? null),
    regionCode: row.regionCode,
    regionName: regionLabel(row.regionCode, context.language),
    industryCode: row.industryCode,
    industryName: row.industryCode && industryLabel(row.industryCode, context.language),
    trl: row.trl,
    priceMinFen: row.priceMinFen,
    priceMaxFen: row.priceMaxFen,
    coopModes: row.coopModes,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    isExample: row.isExample,
  }));
}
