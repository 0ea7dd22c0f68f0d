import { inRegions } from '../../../platform/db/regions.ts';
import type { StuckSource } from '../../../platform/stuck/source.ts';
import { accountNames } from '../../identity/index.ts';
import type { TeamTables } from './tables.ts';

/** People who were sent to a need and have not answered in time. */
export const stuckDispatches: StuckSource = {
  kind: 'dispatch',
  async find({ db, regions, now, translate, limit }) {
    const rows = await db
      .withTables<TeamTables>()
      .selectFrom('teamDispatchMembers')
      .innerJoin('teamDispatches', 'teamDispatches.id', 'teamDispatchMembers.dispatchId')
      .innerJoin('teamMembers', 'teamMembers.id', 'teamDispatchMembers.memberId')
      .select([
        'teamDispatchMembers.id',
        'teamDispatches.teamId',
        'needTitle',
        'teamMembers.name',
        'userId',
        'expertId',
        'stepStartedAt',
        'dueAt',
        'sentAt',
      ])
      .where('status', '=', 'sent')
      .where('dueAt', '<', now)
      .where(inRegions('region_code', regions))
      .orderBy('dueAt')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      kind: 'dispatch',
      id: row.id,
      number: null,
      title: row.needTitle,
      path: `/teams/${row.teamId}`,
      holder: { key: row.userId ?? row.expertId ?? row.id, name: row.name },
      task: translate('team.task.answer'),
      stepStartedAt: row.stepStartedAt,
      dueAt: row.dueAt,
      lastAt: row.sentAt,
    }));
  },
};

/** Weekly reports that are late. */
export const stuckReports: StuckSource = {
  kind: 'report',
  async find({ db, regions, now, translate, limit }) {
    const rows = await db
      .withTables<TeamTables>()
      .selectFrom('teamReports')
      .innerJoin('teams', 'teams.id', 'teamReports.teamId')
      .select([
        'teamReports.id',
        'teams.name',
        'leadId',
        'teamReports.status',
        'stepStartedAt',
        'dueAt',
      ])
      .where('teamReports.dueAt', '<', now)
      .where(inRegions('region_code', regions))
      .orderBy('dueAt')
      .limit(limit)
      .execute();
    const names = await accountNames(
      db,
      rows.map(({ leadId }) => leadId),
    );
    return rows.map((row) => ({
      kind: 'report',
      id: row.id,
      number: null,
      title: row.name,
      path: `/reports/${row.id}`,
      holder:
        row.status === 'submitted'
          ? { key: 'operators', name: translate('team.operators') }
          : { key: row.leadId, name: names.get(row.leadId) ?? '' },
      task: translate(row.status === 'submitted' ? 'team.task.approve' : 'team.task.report'),
      stepStartedAt: row.stepStartedAt,
      dueAt: row.dueAt,
      lastAt: row.stepStartedAt,
    }));
  },
};
