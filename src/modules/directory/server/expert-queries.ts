import { sql } from 'kysely';
import { beijingDate } from '../../../kernel/calendar.ts';
import { regionPrefix } from '../../../kernel/policy.ts';
import type { Db } from '../../../platform/db/database.ts';
import { likePattern } from '../../../platform/db/like.ts';
import { explainActions, type ApiContext } from '../../../platform/http/request.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findField, regionLabel } from '../../reference-data/index.ts';
import { expertWorkflow } from '../domain/entry.workflow.ts';
import type { LanguageCode } from '../domain/experts.ts';
import { listCarrierMembers } from './carriers.ts';
import { openClaimOf } from './claim-queries.ts';
import { getExpertRow } from './expert-commands.ts';
import { mergeRecord } from './merge-entries.ts';
import type { ListQuery } from './organisation-queries.ts';
import type { DirectoryTables, ExpertEntry } from './tables.ts';

export async function listExperts(
  database: Db,
  query: ListQuery & { field?: string | undefined; language?: LanguageCode | undefined },
  language: Language,
) {
  let rows = database
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .where('status', '=', 'active');
  if (query.region) rows = rows.where('regionCode', 'like', `${regionPrefix(query.region)}%`);
  if (query.field) rows = rows.where(sql<boolean>`${query.field} = any(fields)`);
  if (query.language) rows = rows.where(sql<boolean>`${query.language} = any(languages)`);
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

export async function getExpert(platform: Platform, context: ApiContext, id: string) {
  const { guard, clock } = platform;
  const { actor } = context.request;
  const row = await getExpertRow(platform.db, id);
  const into = row.mergedInto === null ? null : await getExpertRow(platform.db, row.mergedInto);
  const mine = actor.userId !== null && row.userId === actor.userId;
  const permit = guard.permit(actor, mergeRecord(row, row));
  const manages = permit('expert.history').allowed;
  return {
    ...expertSummary(row, context.language),
    bio: row.bio,
    orcid: row.orcid,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    mergedInto: into && { id: into.id, name: into.name },
    carriers: await listCarrierMembers(platform.db, { expertId: id }, beijingDate(clock.now())),
    owned: row.userId !== null,
    mine,
    manages,
    myClaim: await openClaimOf(platform.db, actor.userId, { expertId: id }),
    actions: manages
      ? explainActions(context.translate, expertWorkflow.availableActions(row, permit, clock.now()))
      : [],
  };
}

export const expertSummary = (row: ExpertEntry, language: Language) => ({
  id: row.id,
  name: row.name,
  title: row.title,
  organisationId: row.organisationId,
  organisationName: row.organisationName,
  research: row.research,
  regionCode: row.regionCode,
  regionName: regionLabel(row.regionCode, language),
  fields: row.fields.map((code) => ({
    code,
    name: findField(code)?.[language === 'en' ? 'nameEn' : 'name'] ?? code,
  })),
  languages: row.languages as LanguageCode[],
  availability: row.availability,
  availabilityDay: row.availabilityDay,
  availabilityWords: row.availabilityWords,
  status: row.status,
  isExample: row.isExample,
});
