import { sql, type SelectQueryBuilder } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import { regionPrefix, type Actor } from '../../../kernel/policy.ts';
import { pauseRefusals, resumeRefusals } from '../../../kernel/step-clock.ts';
import { offerOf, type AvailableAction } from '../../../kernel/workflow.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { filterSql } from '../../../platform/db/filter-sql.ts';
import { likePattern } from '../../../platform/db/like.ts';
import { explainActions, type ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { clockState } from '../../../platform/clocks/clock-state.ts';
import { findPauses } from '../../../platform/clocks/pauses.ts';
import { workCalendar } from '../../../platform/settings/settings.ts';
import { organisationNames } from '../../directory/index.ts';
import { industryLabel, regionLabel } from '../../reference-data/index.ts';
import { mergeRecord } from '../domain/merging.ts';
import { needWorkflow } from '../domain/need.workflow.ts';
import { findAttachments } from './attachments.ts';
import { confirmationOf } from './confirmation-of.ts';
import { closedStateOf } from './listing-details.ts';
import { listHistory } from './listing-history.ts';
import { getVisitRow } from './visit-row.ts';
import type { ExchangeTables, NeedRow } from './tables.ts';

const policyColumns = {
  status: 'status',
  organisationId: 'organisation_id',
  regionCode: 'region_code',
  publishedAt: 'published_at',
  lapsedAt: 'lapsed_at',
};

type Needs = SelectQueryBuilder<ExchangeTables, 'needs', object>;
type Paging = { page: number; pageSize: number };

async function pageOfNeeds(
  platform: Platform,
  context: ApiContext,
  needs: Needs,
  order: 'newest' | 'urgent' | 'changed',
  paging: Paging,
) {
  const { total } = await needs.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const ordered =
    order === 'newest'
      ? needs.orderBy('publishedAt', 'desc')
      : order === 'urgent'
        ? // What nobody has read yet comes before what is only without a docking.
          needs.orderBy(sql`status <> 'submitted'`).orderBy('dueAt')
        : needs.orderBy('updatedAt', 'desc');
  const rows = await ordered
    .orderBy('id', 'desc')
    .selectAll()
    .limit(paging.pageSize)
    .offset((paging.page - 1) * paging.pageSize)
    .execute();
  return { items: await summaries(platform, context, rows), total, ...paging };
}

export async function listNeeds(
  platform: Platform,
  context: ApiContext,
  query: Paging & {
    q?: string | undefined;
    region?: string | undefined;
    industry?: string | undefined;
  },
) {
  const visible = platform.guard.filter(context.request.actor, 'need.read');
  let needs: Needs = platform.db
    .withTables<ExchangeTables>()
    .selectFrom('needs')
    .where('status', 'in', ['published', 'in_docking'])
    .where('lapsedAt', 'is', null)
    .where(filterSql(visible, policyColumns));
  if (query.region) needs = needs.where('regionCode', 'like', `${regionPrefix(query.region)}%`);
  if (query.industry) needs = needs.where('industryCode', 'like', `${query.industry}%`);
  if (query.q) {
    const like = likePattern(query.q);
    needs = needs.where((where) =>
      where.or([
        where('title', 'ilike', like),
        where('description', 'ilike', like),
        where('openDetails', 'ilike', like),
      ]),
    );
  }
  return pageOfNeeds(platform, context, needs, 'newest', {
    page: query.page,
    pageSize: query.pageSize,
  });
}

export function listMyNeeds(platform: Platform, context: ApiContext, paging: Paging) {
  const { actor } = context.request;
  platform.guard.require(actor, 'need.mine');
  const needs: Needs = platform.db
    .withTables<ExchangeTables>()
    .selectFrom('needs')
    .where(
      filterSql(
        { kind: 'in', field: 'organisationId', values: actor.organisationIds },
        policyColumns,
      ),
    );
  return pageOfNeeds(platform, context, needs, 'changed', paging);
}

/** What waits for an operator: to be triaged, or published and still without a docking. */
export function listTriage(platform: Platform, context: ApiContext, paging: Paging) {
  const { actor } = context.request;
  platform.guard.require(actor, 'need.triage');
  const needs: Needs = platform.db
    .withTables<ExchangeTables>()
    .selectFrom('needs')
    .where('status', 'in', ['submitted', 'published'])
    .where(filterSql(platform.guard.filter(actor, 'need.publish'), policyColumns));
  return pageOfNeeds(platform, context, needs, 'urgent', paging);
}

export async function getNeed(platform: Platform, context: ApiContext, id: string) {
  const { db, guard, clock } = platform;
  const { actor } = context.request;
  const row = await db
    .withTables<ExchangeTables>()
    .selectFrom('needs')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('need');
  // Somebody who may not see it learns no more than that there is nothing for them.
  if (!guard.permit(actor, row)('need.read').allowed) throw notFound('need');
  const [summary] = await summaries(platform, context, [row]);
  const mine = actor.organisationIds.includes(row.organisationId);
  const insider = isInsider(platform, actor, row);
  const turn = needWorkflow.states[row.status].turn ?? null;
  const subject = { type: 'need', id } as const;
  const actions = needWorkflow
    // Into another of the same owner, as far as permission goes; which one is chosen later.
    .availableActions(row, guard.permit(actor, mergeRecord(row, row)), clock.now())
    .filter(({ action }) => action !== 'startDocking' && action !== 'resumeSearch');
  const standing = { hasClock: row.dueAt !== null, isPaused: summary!.pause !== null };
  const permit = guard.permit(actor, row);
  const offers: AvailableAction[] = needWorkflow.isFinal(row.status)
    ? actions
    : [
        ...actions,
        offerOf('pause', permit('need.pause'), pauseRefusals(standing)),
        offerOf('resume', permit('need.resume'), resumeRefusals(standing)),
      ];
  return {
    ...summary!,
    version: row.version,
    turn,
    waitingFor:
      turn === null
        ? null
        : turn === 'owner'
          ? summary!.organisationName
          : context.translate('need.operator'),
    closeReason: row.closeReason,
    confirmation: await confirmationOf(db, row, mine, clock.now()),
    visit: await visitOf(platform, context, row),
    mergedInto: await mergedInto(platform, context, row.mergedInto),
    mine,
    ...(await closedStateOf(platform, context, row, await findAttachments(db, subject))),
    history: insider ? await listHistory(db, subject) : [],
    actions: insider ? explainActions(context.translate, offers) : [],
  };
}

/** Its owner, or who looks after the needs of its region. */
const isInsider = ({ guard }: Platform, actor: Actor, row: NeedRow): boolean =>
  actor.organisationIds.includes(row.organisationId) ||
  guard.permit(actor, row)('need.publish').allowed;

/** Full rows, by id. */
export async function findNeeds(db: Db | Tx, ids: readonly string[]): Promise<NeedRow[]> {
  if (ids.length === 0) return [];
  return db
    .withTables<ExchangeTables>()
    .selectFrom('needs')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}

/**
 * Needs as other modules read them: the description goes on with those details that everybody may
 * read. What is closed is in none of these columns.
 */
export async function findOpenTexts(db: Db | Tx, ids: readonly string[]): Promise<NeedRow[]> {
  return (await findNeeds(db, ids)).map(withOpenDetails);
}

export const withOpenDetails = <Row extends { description: string; openDetails: string }>(
  row: Row,
): Row =>
  row.openDetails === '' ? row : { ...row, description: `${row.description}\n${row.openDetails}` };

/** The visit that a need came from, for those who may read its record. */
async function visitOf({ db, guard }: Platform, context: ApiContext, { visitId }: NeedRow) {
  if (visitId === null) return null;
  const row = await getVisitRow(db, visitId);
  if (!guard.permit(context.request.actor, row)('visit.read').allowed) return null;
  return { id: row.id, visitedOn: row.visitedOn, visitors: row.visitors };
}

async function mergedInto({ db, guard }: Platform, context: ApiContext, id: string | null) {
  const [row] = id === null ? [] : await findNeeds(db, [id]);
  const readable = row && guard.permit(context.request.actor, row)('need.read').allowed;
  return readable ? { id: row.id, title: row.title } : null;
}

async function summaries(platform: Platform, context: ApiContext, rows: NeedRow[]) {
  const names = await organisationNames(
    platform.db,
    rows.map((row) => row.organisationId),
  );
  const calendar = await workCalendar(platform.db);
  const pauses = await findPauses(platform.db, 'need', rows);
  const now = platform.clock.now();
  const { actor } = context.request;
  // What is awaited, and from whom, is said to those who have a part in it.
  const ownClock = (row: NeedRow) => {
    const { due, pause } = clockState(row, pauses.get(row.id), now, calendar);
    return { due, pause: isInsider(platform, actor, row) ? pause : null };
  };
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    description: row.description,
    status: row.status,
    organisationId: row.organisationId,
    organisationName: names.get(row.organisationId) ?? '',
    regionCode: row.regionCode,
    regionName: regionLabel(row.regionCode, context.language),
    industryCode: row.industryCode,
    industryName: row.industryCode && industryLabel(row.industryCode, context.language),
    budgetFen: row.budgetFen,
    months: row.months,
    coopModes: row.coopModes,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    ...ownClock(row),
    dockings: row.dockings,
    isExample: row.isExample,
  }));
}
