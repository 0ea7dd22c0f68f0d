import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import { dispatchWorkflow } from '../domain/report.workflow.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dueState, workCalendar } from '../../../platform/settings/settings.ts';
import { findExperts, organisationNames, searchExperts } from '../../directory/index.ts';
import { accountNames, findRoleHolders } from '../../identity/index.ts';
import { industryLabel, regionLabel } from '../../reference-data/index.ts';
import { getTeamRow, isIn, judged, membersOf, today } from './load-team.ts';
import type { Dispatch, Team, TeamMember, TeamTables } from './tables.ts';

type Paging = { page: number; pageSize: number };

/** Teams, those at work first. */
export async function listTeams(
  platform: Platform,
  context: ApiContext,
  query: Paging & { ended: boolean },
) {
  let rows = platform.db.withTables<TeamTables>().selectFrom('teams');
  if (!query.ended) rows = rows.where('status', '=', 'active');
  const { total } = await rows.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const teams = await rows
    .selectAll()
    .orderBy('status')
    .orderBy('foundedOn')
    .orderBy('id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  const members = await membersOf(
    platform.db,
    teams.map(({ id }) => id),
  );
  return {
    items: await summaries(platform, context, teams, members),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}

async function summaries(
  { db, clock }: Platform,
  { request: { actor }, language }: ApiContext,
  teams: readonly Team[],
  members: readonly TeamMember[],
) {
  const leads = await accountNames(
    db,
    teams.map(({ leadId }) => leadId),
  );
  const units = await organisationNames(
    db,
    teams.map(({ leadUnitId }) => leadUnitId),
  );
  const day = today(clock.now());
  return teams.map((team) => {
    const present = members.filter((member) => member.teamId === team.id && isIn(member, day));
    return {
      id: team.id,
      name: team.name,
      kind: team.kind,
      regionCode: team.regionCode,
      regionName: regionLabel(team.regionCode, language),
      area: team.area,
      industries: team.industryCodes.map((code) => ({
        code,
        name: industryLabel(code, language) ?? code,
      })),
      leadId: team.leadId,
      leadName: leads.get(team.leadId) ?? '',
      leadUnitId: team.leadUnitId,
      leadUnitName: units.get(team.leadUnitId) ?? '',
      status: team.status,
      foundedOn: team.foundedOn,
      endedOn: team.endedOn,
      members: present.length,
      mine:
        actor.userId !== null &&
        (team.leadId === actor.userId || present.some(({ userId }) => userId === actor.userId)),
      isExample: team.isExample,
    };
  });
}

const teamActions = [
  ['change', 'team.change'],
  ['addMember', 'team.add-member'],
  ['endMember', 'team.end-member'],
  ['dispatch', 'dispatch.send'],
  ['draftReport', 'report.draft'],
  ['end', 'team.end'],
] as const;

/** A team as its page shows it. Where it is sent and its reports are for those who have to do with it. */
export async function getTeam(platform: Platform, context: ApiContext, id: string) {
  const { db, guard } = platform;
  const { actor } = context.request;
  const team = await getTeamRow(db, id);
  const members = await membersOf(db, [id]);
  const [summary] = await summaries(platform, context, [team], members);
  const permit = guard.permit(actor, judged(team, members, actor));
  const rows = await db
    .withTables<TeamTables>()
    .selectFrom('teamDispatches')
    .selectAll()
    .where('teamId', '=', id)
    .orderBy('sentAt', 'desc')
    .limit(50)
    .execute();
  const reports = await db
    .withTables<TeamTables>()
    .selectFrom('teamReports')
    .select(['id', 'weekOf', 'status', 'sentAt'])
    .where('teamId', '=', id)
    .orderBy('weekOf', 'desc')
    .limit(60)
    .execute();
  const mayReadReport = (status: string) =>
    guard.permit(actor, { ...judged(team, members, actor), status })('report.read').allowed;
  const experts = await findExperts(
    db,
    members.flatMap(({ expertId }) => (expertId === null ? [] : [expertId])),
  );
  const about = new Map(experts.map((expert) => [expert.id, expert]));
  return {
    ...summary!,
    version: team.version,
    memberList: members.map((member) => {
      const expert = member.expertId === null ? undefined : about.get(member.expertId);
      return {
        id: member.id,
        kind: member.kind,
        expertId: member.expertId,
        name: member.name,
        about: expert ? `${expert.organisationName} ${expert.title}` : '',
        from: member.fromDay,
        until: member.untilDay,
        withoutAccount: member.userId === null,
      };
    }),
    dispatches: await readableDispatches(platform, context, rows),
    reports: reports
      .filter(({ status }) => mayReadReport(status))
      .map((report) => ({ ...report, sentAt: report.sentAt?.toISOString() ?? null })),
    actions: teamActions.map(([action, permission]) => {
      const decision = permit(permission);
      const ended = team.status === 'ended';
      const reasons = [
        ...(decision.allowed ? [] : [decision.reason]),
        ...(ended ? [{ code: 'team.ended' }] : []),
      ];
      return {
        action,
        allowed: reasons.length === 0,
        reasons: reasons.map(({ code }) => ({ code, message: context.translate(code) })),
      };
    }),
  };
}

export async function listMyDispatches(platform: Platform, context: ApiContext, paging: Paging) {
  const { actor } = context.request;
  platform.guard.require(actor, 'dispatch.mine');
  const userId = actor.userId ?? '';
  const mine = platform.db
    .withTables<TeamTables>()
    .selectFrom('teamDispatches')
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('teamDispatchMembers')
            .innerJoin('teamMembers', 'teamMembers.id', 'teamDispatchMembers.memberId')
            .select('teamDispatchMembers.id')
            .whereRef('teamDispatchMembers.dispatchId', '=', 'teamDispatches.id')
            .where('teamMembers.userId', '=', userId),
        ),
        where.exists(
          where
            .selectFrom('teams')
            .select('teams.id')
            .whereRef('teams.id', '=', 'teamDispatches.teamId')
            .where('teams.leadId', '=', userId),
        ),
      ]),
    );
  const { total } = await mine.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await mine
    .selectAll()
    .orderBy('sentAt', 'desc')
    .limit(paging.pageSize)
    .offset((paging.page - 1) * paging.pageSize)
    .execute();
  return {
    items: await readableDispatches(platform, context, rows),
    total,
    page: paging.page,
    pageSize: paging.pageSize,
  };
}

export async function listNeedDispatches(platform: Platform, context: ApiContext, needId: string) {
  platform.guard.require(context.request.actor, 'dispatch.mine');
  const rows = await platform.db
    .withTables<TeamTables>()
    .selectFrom('teamDispatches')
    .selectAll()
    .where('needId', '=', needId)
    .orderBy('sentAt', 'desc')
    .execute();
  return readableDispatches(platform, context, rows);
}

/** One dispatch as it then stands, after a command on it. */
export async function getDispatch(platform: Platform, context: ApiContext, id: string) {
  const rows = await platform.db
    .withTables<TeamTables>()
    .selectFrom('teamDispatches')
    .selectAll()
    .where('id', '=', id)
    .execute();
  const [found] = await dispatchesOf(platform, context, rows);
  if (!found) throw notFound('dispatch');
  const { mayRead: _may, ...shown } = found;
  return shown;
}

async function readableDispatches(
  platform: Platform,
  context: ApiContext,
  rows: readonly Dispatch[],
) {
  const all = await dispatchesOf(platform, context, rows);
  return all.filter(({ mayRead }) => mayRead).map(({ mayRead: _may, ...shown }) => shown);
}

async function dispatchesOf(platform: Platform, context: ApiContext, rows: readonly Dispatch[]) {
  if (rows.length === 0) return [];
  const { db, guard, clock } = platform;
  const { actor } = context.request;
  const tables = db.withTables<TeamTables>();
  const ids = rows.map(({ id }) => id);
  const teamIds = [...new Set(rows.map(({ teamId }) => teamId))];
  const teams = await tables.selectFrom('teams').selectAll().where('id', 'in', teamIds).execute();
  const members = await membersOf(db, teamIds);
  const parts = await tables
    .selectFrom('teamDispatchMembers')
    .selectAll()
    .where('dispatchId', 'in', ids)
    .orderBy('id')
    .execute();
  const visits = await tables
    .selectFrom('teamVisits')
    .selectAll()
    .where('dispatchId', 'in', ids)
    .orderBy('visitedOn')
    .execute();
  const calendar = await workCalendar(db);
  const now = clock.now();
  return rows.map((row) => {
    const team = teams.find(({ id }) => id === row.teamId)!;
    const own = members.filter(({ teamId }) => teamId === row.teamId);
    const record = {
      ...row,
      ...judged({ leadId: team.leadId, leadUnitId: team.leadUnitId }, own, actor),
    };
    const permit = guard.permit(actor, record);
    return {
      id: row.id,
      teamId: row.teamId,
      teamName: team.name,
      needId: row.needId,
      needTitle: row.needTitle,
      askerName: row.askerName,
      words: row.words,
      sentByName: row.sentByName,
      sentAt: row.sentAt.toISOString(),
      isExample: row.isExample,
      mayRead: permit('dispatch.read').allowed,
      members: parts
        .filter(({ dispatchId }) => dispatchId === row.id)
        .map((part) => {
          const member = own.find(({ id }) => id === part.memberId);
          const answer = { leadId: team.leadId, answerUserId: member?.userId ?? null };
          return {
            id: part.id,
            name: member?.name ?? '',
            status: part.status,
            reasonCode: part.reasonCode,
            words: part.words,
            answeredAt: part.answeredAt?.toISOString() ?? null,
            due: dueState(part.stepStartedAt, part.dueAt, now, calendar),
            mayAnswer:
              !dispatchWorkflow.isFinal(part.status) &&
              guard.permit(actor, answer)('dispatch.answer').allowed,
          };
        }),
      visits: visits
        .filter(({ dispatchId }) => dispatchId === row.id)
        .map(({ id, visitedOn, place, people, found, nextStep, recordedByName }) => ({
          id,
          visitedOn,
          place,
          people,
          found,
          nextStep,
          recordedByName,
        })),
      mayRecordVisit:
        permit('dispatch.record-visit').allowed &&
        parts.some(({ dispatchId, status }) => dispatchId === row.id && status === 'accepted'),
    };
  });
}

/** Experts by name, field or organisation, and the brokers of these regions by name. */
export async function findPeople(db: Db, regions: readonly string[], q: string, now: Date) {
  const experts = await searchExperts(db, q, 20);
  const found = await Promise.all(
    regions.map((region) => findRoleHolders(db, { role: 'broker', region }, now)),
  );
  const brokers = [...new Map(found.flat().map((each) => [each.id, each])).values()];
  return [
    ...experts.map((expert) => ({
      kind: 'expert' as const,
      expertId: expert.id,
      userId: expert.userId,
      name: expert.name,
      about: `${expert.organisationName} ${expert.title}`,
    })),
    ...brokers
      .filter(({ name }) => name.includes(q))
      .slice(0, 20)
      .map(({ id, name }) => ({
        kind: 'broker' as const,
        expertId: null,
        userId: id,
        name,
        about: '',
      })),
  ];
}
