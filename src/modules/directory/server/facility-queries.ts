import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import { regionPrefix } from '../../../kernel/policy.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { likePattern } from '../../../platform/db/like.ts';
import { explainActions, type ApiContext } from '../../../platform/http/request.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { regionLabel } from '../../reference-data/index.ts';
import { facilityWorkflow } from '../domain/entry.workflow.ts';
import type { FacilityCategory } from '../domain/facilities.ts';
import { organisationNames } from './directory-queries.ts';
import type { DirectoryTables, FacilityEntry } from './tables.ts';

export async function getFacilityRow(db: Db | Tx, id: string): Promise<FacilityEntry> {
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('facilities')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('facility');
  return row;
}

const summary = (row: FacilityEntry, organisationName: string, language: Language) => ({
  id: row.id,
  name: row.name,
  category: row.category,
  model: row.model,
  abilities: row.abilities,
  place: row.place,
  fee: row.fee,
  organisationId: row.organisationId,
  organisationName,
  regionCode: row.regionCode,
  regionName: regionLabel(row.regionCode, language),
  bookable: row.opening.length > 0,
  needsApproval: row.needsApproval,
  status: row.status,
  isExample: row.isExample,
});

export async function listFacilities(
  database: Db,
  query: {
    page: number;
    pageSize: number;
    q?: string | undefined;
    region?: string | undefined;
    category?: FacilityCategory | undefined;
    organisationId?: string | undefined;
    bookable?: boolean | undefined;
  },
  language: Language,
) {
  let rows = database
    .withTables<DirectoryTables>()
    .selectFrom('facilities')
    .where('status', '=', 'active');
  if (query.region) rows = rows.where('regionCode', 'like', `${regionPrefix(query.region)}%`);
  if (query.category) rows = rows.where('category', '=', query.category);
  if (query.organisationId) rows = rows.where('organisationId', '=', query.organisationId);
  if (query.bookable) rows = rows.where(sql<boolean>`jsonb_array_length(opening) > 0`);
  if (query.q) {
    const like = likePattern(query.q);
    rows = rows.where((where) =>
      where.or([
        where('name', 'ilike', like),
        where('model', 'ilike', like),
        where('abilities', 'ilike', like),
        where('sortKey', 'ilike', like),
        where('organisationId', 'in', (from) =>
          from.selectFrom('organisations').select('id').where('name', 'ilike', like),
        ),
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
  const names = await organisationNames(
    database,
    items.map((row) => row.organisationId),
  );
  return {
    items: items.map((row) => summary(row, names.get(row.organisationId) ?? '', language)),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}

export async function getFacility(platform: Platform, context: ApiContext, id: string) {
  const { db, guard, clock } = platform;
  const { actor } = context.request;
  const row = await getFacilityRow(db, id);
  const names = await organisationNames(db, [row.organisationId]);
  const permit = guard.permit(actor, row);
  const manages = permit('facility.history').allowed;
  return {
    ...summary(row, names.get(row.organisationId) ?? '', context.language),
    opening: row.opening,
    slotMinutes: row.slotMinutes,
    leadDays: row.leadDays,
    longestMinutes: row.longestMinutes,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    mine: actor.organisationIds.includes(row.organisationId),
    manages,
    actions: manages
      ? explainActions(
          context.translate,
          facilityWorkflow.availableActions(row, permit, clock.now()),
        )
      : [],
  };
}
