import { sql } from 'kysely';
import type { Translate } from '../../../platform/i18n/languages.ts';
import { explainActions, type ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dueState, workCalendar } from '../../../platform/settings/settings.ts';
import { offerOf } from '../../../kernel/workflow.ts';
import { decide, definePolicy, inMyRegion, allow, type Actor } from '../../../kernel/policy.ts';
import { organisationNames } from '../../directory/index.ts';
import { accountNames } from '../../identity/index.ts';
import { reportWorkflow, type ReportStatus } from '../domain/report.workflow.ts';
import { weekOf } from '../domain/weekly-report.ts';
import { getReportRecord, judged, membersOf } from './load-team.ts';
import type { TeamTables } from './tables.ts';

const operating = definePolicy([allow('operate').to('operator').when(inMyRegion())]);

const isTurnOf = (
  report: { status: ReportStatus; leadId: string; regionCode: string },
  actor: Actor,
): boolean => {
  const turn = reportWorkflow.states[report.status].turn;
  if (turn === 'lead') return actor.userId === report.leadId;
  return turn === 'operator' && decide(operating, 'operate', actor, report).allowed;
};

function waitingFor(status: ReportStatus, leadName: string, translate: Translate): string | null {
  const turn = reportWorkflow.states[status].turn;
  if (turn === undefined) return null;
  return turn === 'lead' ? leadName : translate('team.operators');
}

/** Weekly reports that somebody may read, the latest week first. */
export async function listReports(
  platform: Platform,
  context: ApiContext,
  query: { page: number; pageSize: number },
) {
  const { db, guard, clock } = platform;
  const { actor } = context.request;
  guard.require(actor, 'report.list');
  const tables = db.withTables<TeamTables>();
  const rows = await tables
    .selectFrom('teamReports')
    .innerJoin('teams', 'teams.id', 'teamReports.teamId')
    .select([
      'teamReports.id',
      'teamId',
      'teams.name',
      'weekOf',
      'teamReports.status',
      'teamReports.stepStartedAt',
      'teamReports.dueAt',
      'leadId',
      'leadUnitId',
      'regionCode',
    ])
    .orderBy('weekOf', 'desc')
    .orderBy(sql`teams.name`)
    .limit(500)
    .execute();
  const members = await membersOf(db, [...new Set(rows.map(({ teamId }) => teamId))]);
  const readable = rows.filter((row) => {
    const own = members.filter(({ teamId }) => teamId === row.teamId);
    return guard.permit(actor, judged(row, own, actor))('report.read').allowed;
  });
  const leads = await accountNames(
    db,
    readable.map(({ leadId }) => leadId),
  );
  const calendar = await workCalendar(db);
  const from = (query.page - 1) * query.pageSize;
  return {
    items: readable.slice(from, from + query.pageSize).map((row) => ({
      id: row.id,
      teamId: row.teamId,
      teamName: row.name,
      weekOf: row.weekOf,
      status: row.status,
      waitingFor: waitingFor(row.status, leads.get(row.leadId) ?? '', context.translate),
      due: dueState(row.stepStartedAt, row.dueAt, clock.now(), calendar),
    })),
    total: readable.length,
    page: query.page,
    pageSize: query.pageSize,
  };
}

/** One report with its figures, text, versions, and what may be done. */
export async function getReport(platform: Platform, context: ApiContext, id: string) {
  const { db, guard, clock } = platform;
  const { actor } = context.request;
  const report = await getReportRecord(db, id, actor);
  guard.require(actor, 'report.read', report);
  const permit = guard.permit(actor, report);
  const leads = await accountNames(db, [report.leadId]);
  const leadName = leads.get(report.leadId) ?? '';
  const units = await organisationNames(db, [report.leadUnitId]);
  // The lead unit reads what was sent, not how it came about.
  const insider = permit('report.revise').allowed || permit('report.approve').allowed;
  const versions = insider
    ? await db
        .withTables<TeamTables>()
        .selectFrom('teamReportVersions')
        .select(['number', 'action', 'byName', 'at', 'words', 'body'])
        .where('reportId', '=', id)
        .orderBy('number', 'desc')
        .execute()
    : [];
  const editable = report.status === 'draft' || report.status === 'returned';
  const closed = editable ? [] : [{ code: 'report.handed_in' }];
  const calendar = await workCalendar(db);
  return {
    id: report.id,
    teamId: report.teamId,
    teamName: report.team.name,
    leadName,
    leadUnitName: units.get(report.leadUnitId) ?? '',
    weekOf: report.weekOf,
    weekUntil: weekOf(report.weekOf).sunday,
    status: report.status,
    version: report.version,
    figures: report.facts,
    body: report.body,
    factsAt: report.factsAt.toISOString(),
    waitingFor: waitingFor(report.status, leadName, context.translate),
    myTurn: isTurnOf(report, actor),
    due: dueState(report.stepStartedAt, report.dueAt, clock.now(), calendar),
    sentAt: report.sentAt?.toISOString() ?? null,
    versions: versions.map((version) => ({
      ...version,
      byName: version.byName === 'system' ? context.translate('team.system') : version.byName,
      at: version.at.toISOString(),
    })),
    actions: explainActions(context.translate, [
      ...reportWorkflow.availableActions(report, permit, clock.now()),
      offerOf('revise', permit('report.revise'), closed),
      offerOf('refresh', permit('report.refresh'), closed),
    ]),
  };
}
