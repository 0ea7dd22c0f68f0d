import { sql } from 'kysely';
import { beijingDate } from '../../../kernel/calendar.ts';
import { regionPrefix } from '../../../kernel/policy.ts';
import type { Db } from '../../../platform/db/database.ts';
import { likePattern } from '../../../platform/db/like.ts';
import { explainActions, type ApiContext } from '../../../platform/http/request.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listMembers } from '../../identity/index.ts';
import { regionLabel } from '../../reference-data/index.ts';
import {
  memberedKinds,
  type CarrierType,
  type OrganisationKind,
} from '../domain/directory.policy.ts';
import { organisationWorkflow } from '../domain/entry.workflow.ts';
import { listActivities, listCarrierMembers, loadCarrierFor } from './carriers.ts';
import { openClaimOf } from './claim-queries.ts';
import { mergeRecord } from './merge-entries.ts';
import { getOrganisationRow } from './organisation-commands.ts';
import { organisationGroup } from './organisation-group.ts';
import type { DirectoryTables, OrganisationEntry } from './tables.ts';

export type ListQuery = {
  page: number;
  pageSize: number;
  q?: string | undefined;
  region?: string | undefined;
};

export const organisationSummary = (
  row: Pick<
    OrganisationEntry,
    'id' | 'name' | 'kind' | 'carrierType' | 'regionCode' | 'isExample' | 'status'
  >,
  language: Language,
) => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  carrierType: row.carrierType,
  regionCode: row.regionCode,
  regionName: regionLabel(row.regionCode, language),
  status: row.status,
  isExample: row.isExample,
});

/** Those in use. A word is looked for in the name, in other and in former names, and in pinyin. */
export async function listOrganisations(
  database: Db,
  query: ListQuery & {
    kind?: OrganisationKind | undefined;
    carrierType?: CarrierType | undefined;
  },
  language: Language,
) {
  let rows = database
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .where('status', '=', 'active');
  if (query.kind) rows = rows.where('kind', '=', query.kind);
  if (query.carrierType) rows = rows.where('carrierType', '=', query.carrierType);
  if (query.region) rows = rows.where('regionCode', 'like', `${regionPrefix(query.region)}%`);
  if (query.q) {
    const like = likePattern(query.q);
    rows = rows.where((where) =>
      where.or([
        where('name', 'ilike', like),
        where('sortKey', 'ilike', like),
        where('uscc', '=', query.q!.trim().toUpperCase()),
        sql<boolean>`exists (select from unnest(aliases || former_names) as other
          where other ilike ${like})`,
      ]),
    );
  }
  const { total } = await rows.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const items = await rows
    .select(['id', 'name', 'kind', 'carrierType', 'regionCode', 'isExample', 'status'])
    .orderBy('sortKey')
    .orderBy('id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return {
    items: items.map((row) => organisationSummary(row, language)),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}

/** Counts of published listings under one id, from the module that owns them. */
export type ListingCounts = (
  organisationId: string,
) => Promise<{ needs: number; achievements: number }>;

export async function getOrganisation(
  platform: Platform,
  context: ApiContext,
  id: string,
  listingCounts: ListingCounts,
) {
  const { guard, clock } = platform;
  const { language, request } = context;
  const { actor } = request;
  const row = await getOrganisationRow(platform.db, id);
  const db = platform.db.withTables<DirectoryTables>();
  const today = beijingDate(clock.now());
  const experts = await db
    .selectFrom('experts')
    .select(['id', 'name', 'title'])
    .where('organisationId', '=', id)
    .where('status', '=', 'active')
    .orderBy('sortKey')
    .limit(50)
    .execute();
  const related = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'parentId'])
    .where((where) =>
      where.or([
        ...(row.parentId ? [where('id', '=', row.parentId)] : []),
        ...(row.mergedInto ? [where('id', '=', row.mergedInto)] : []),
        where.and([where('parentId', '=', id), where('status', '=', 'active')]),
      ]),
    )
    .orderBy('sortKey')
    .limit(100)
    .execute();
  const named = (wanted: string | null) => {
    const found = related.find((each) => each.id === wanted);
    return found ? { id: found.id, name: found.name } : null;
  };
  const facilities = await db
    .selectFrom('facilities')
    .select(['id', 'name', 'model'])
    .where('organisationId', '=', id)
    .where('status', '=', 'active')
    .orderBy('sortKey')
    .limit(50)
    .execute();
  const members = await listMembers(platform.db, id);
  const permit = guard.permit(actor, mergeRecord(row, row));
  const manages = permit('organisation.history').allowed;
  const houses = memberedKinds.includes(row.kind);
  const counts = await countsOfGroup(platform.db, id, listingCounts);
  return {
    ...organisationSummary(row, language),
    uscc: row.uscc,
    introduction: row.introduction,
    aliases: row.aliases,
    formerNames: row.formerNames,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    parent: named(row.parentId),
    mergedInto: named(row.mergedInto),
    children: related
      .filter((each) => each.parentId === id)
      .map((each) => ({ id: each.id, name: each.name })),
    experts,
    facilities,
    ...counts,
    carriers: await listCarrierMembers(platform.db, { organisationId: id }, today),
    members: houses ? await listCarrierMembers(platform.db, { carrierId: id }, today) : [],
    activities: houses ? await listActivities(platform.db, id) : [],
    hasPeople: members.length > 0,
    mine: actor.organisationIds.includes(id),
    manages,
    mayNoteActivity:
      houses &&
      row.status === 'active' &&
      guard.permit(
        actor,
        await loadCarrierFor(platform.db, actor, row, today),
      )('carrier.note-activity').allowed,
    myClaim: await openClaimOf(platform.db, actor.userId, { organisationId: id }),
    actions: manages
      ? explainActions(
          context.translate,
          organisationWorkflow.availableActions(row, permit, clock.now()),
        )
      : [],
  };
}

async function countsOfGroup(db: Db, id: string, listingCounts: ListingCounts) {
  const counts = { needs: 0, achievements: 0 };
  for (const each of await organisationGroup(db, id)) {
    const { needs, achievements } = await listingCounts(each);
    counts.needs += needs;
    counts.achievements += achievements;
  }
  return counts;
}

/** What the list leaves out of organisations, by id. */
export async function organisationTexts(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { uscc: string | null; introduction: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select(['id', 'uscc', 'introduction'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, ...texts }) => [id, texts]));
}
