import { beijingDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Actor } from '../../../kernel/policy.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Dispatch, DispatchMember, Report, Team, TeamMember, TeamTables } from './tables.ts';

const tables = (db: Db | Tx) => db.withTables<TeamTables>();

/** A team with whether the reader is in it today: what the policy judges. */
export type TeamRecord = Team & { memberUserId: string | null };

export async function getTeamRow(db: Db | Tx, id: string): Promise<Team> {
  const row = await tables(db)
    .selectFrom('teams')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('team');
  return row;
}

/** Whether somebody is in the team on this day. */
export const isIn = (member: TeamMember, day: string): boolean =>
  member.fromDay <= day && (member.untilDay === null || member.untilDay >= day);

export const membersOf = (db: Db | Tx, teamIds: readonly string[]): Promise<TeamMember[]> =>
  teamIds.length === 0
    ? Promise.resolve([])
    : tables(db)
        .selectFrom('teamMembers')
        .selectAll()
        .where('teamId', 'in', [...teamIds])
        .orderBy('fromDay')
        .orderBy('name')
        .execute();

/** The record with the reader's own account where it is a member: people of the past too. */
export const judged = <T extends object>(
  record: T,
  members: readonly TeamMember[],
  actor: Actor,
): T & { memberUserId: string | null } => ({
  ...record,
  memberUserId:
    actor.userId !== null && members.some(({ userId }) => userId === actor.userId)
      ? actor.userId
      : null,
});

export async function getTeamRecord(db: Db | Tx, id: string, actor: Actor): Promise<TeamRecord> {
  const team = await getTeamRow(db, id);
  return judged(team, await membersOf(db, [id]), actor);
}

export const loadTeam = ({ tx, actor }: { tx: Tx; actor: Actor }, input: { id: string }) =>
  getTeamRecord(tx, input.id, actor);

/** A dispatch with its team, as the policy judges it. */
export type DispatchRecord = Dispatch & Pick<TeamRecord, 'leadId' | 'leadUnitId' | 'memberUserId'>;

export async function getDispatchRecord(
  db: Db | Tx,
  id: string,
  actor: Actor,
): Promise<DispatchRecord> {
  const row = await tables(db)
    .selectFrom('teamDispatches')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('dispatch');
  const { leadId, leadUnitId, memberUserId } = await getTeamRecord(db, row.teamId, actor);
  return { ...row, leadId, leadUnitId, memberUserId };
}

/** One member's part in a dispatch. */
export type AnswerRecord = DispatchMember & {
  dispatch: Dispatch;
  member: TeamMember;
  leadId: string;
  answerUserId: string | null;
};

export async function getAnswerRecord(db: Db | Tx, id: string): Promise<AnswerRecord> {
  const row = await tables(db)
    .selectFrom('teamDispatchMembers')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('dispatch');
  const dispatch = await tables(db)
    .selectFrom('teamDispatches')
    .selectAll()
    .where('id', '=', row.dispatchId)
    .executeTakeFirstOrThrow();
  const member = await tables(db)
    .selectFrom('teamMembers')
    .selectAll()
    .where('id', '=', row.memberId)
    .executeTakeFirstOrThrow();
  const { leadId } = await getTeamRow(db, dispatch.teamId);
  return { ...row, dispatch, member, leadId, answerUserId: member.userId };
}

export type ReportRecord = Report & { team: Team } & Pick<
    TeamRecord,
    'leadId' | 'leadUnitId' | 'memberUserId' | 'regionCode'
  >;

export async function getReportRecord(
  db: Db | Tx,
  id: string,
  actor: Actor,
): Promise<ReportRecord> {
  const row = await tables(db)
    .selectFrom('teamReports')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('report');
  const { memberUserId, ...team } = await getTeamRecord(db, row.teamId, actor);
  const { leadId, leadUnitId, regionCode } = team;
  return { ...row, team, leadId, leadUnitId, memberUserId, regionCode };
}

export const loadReport = ({ tx, actor }: { tx: Tx; actor: Actor }, input: { id: string }) =>
  getReportRecord(tx, input.id, actor);

export const today = (now: Date): string => beijingDate(now);
