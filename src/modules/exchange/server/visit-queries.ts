import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import { filterSql } from '../../../platform/db/filter-sql.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationNames } from '../../directory/index.ts';
import { regionLabel } from '../../reference-data/index.ts';
import type { ExchangeTables, VisitRow } from './tables.ts';
import { getVisitRow } from './visit-row.ts';

/** Visit records of my region, or of my organisation. */
export async function listVisits(
  platform: Platform,
  context: ApiContext,
  query: { page: number; pageSize: number; organisation?: string | undefined },
) {
  const filter = platform.guard.filter(context.request.actor, 'visit.read');
  let visits = platform.db
    .withTables<ExchangeTables>()
    .selectFrom('visits')
    .where(filterSql(filter, { regionCode: 'region_code', organisationId: 'organisation_id' }));
  if (query.organisation) visits = visits.where('organisationId', '=', query.organisation);
  const { total } = await visits
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await visits
    .selectAll()
    .orderBy('visitedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  const { page, pageSize } = query;
  return { items: await summaries(platform, context, rows), total, page, pageSize };
}

export async function getVisit(platform: Platform, context: ApiContext, id: string) {
  const row = await getVisitRow(platform.db, id);
  const permit = platform.guard.permit(context.request.actor, row);
  // Whoever may not read it does not learn that it is there.
  if (!permit('visit.read').allowed) throw notFound('visit');
  const [summary] = await summaries(platform, context, [row]);
  return {
    ...summary!,
    version: row.version,
    situation: row.situation,
    wanted: row.wanted,
    promised: row.promised,
    mayRevise: permit('visit.revise').allowed,
    mayDraft: permit('visit.draft-need').allowed,
  };
}

async function summaries({ db }: Platform, { language }: ApiContext, rows: readonly VisitRow[]) {
  const names = await organisationNames(
    db,
    rows.map(({ organisationId }) => organisationId),
  );
  const needs =
    rows.length === 0
      ? []
      : await db
          .withTables<ExchangeTables>()
          .selectFrom('needs')
          .select(['id', 'title', 'status', 'visitId'])
          .where(
            'visitId',
            'in',
            rows.map(({ id }) => id),
          )
          .orderBy('id')
          .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisationId,
    organisationName: names.get(row.organisationId) ?? '',
    regionCode: row.regionCode,
    regionName: regionLabel(row.regionCode, language),
    visitedOn: row.visitedOn,
    visitors: row.visitors,
    met: row.met,
    problem: row.problem,
    recorderName: row.recorderName,
    updatedAt: row.updatedAt.toISOString(),
    needs: needs
      .filter(({ visitId }) => visitId === row.id)
      .map(({ id, title, status }) => ({ id, title, status })),
  }));
}
