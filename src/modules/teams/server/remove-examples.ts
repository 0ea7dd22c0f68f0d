import { sql } from 'kysely';
import { forgetClocks } from '../../../platform/clocks/step-clocks.ts';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import { DISPATCH_CLOCK } from './dispatch-commands.ts';
import { REPORT_CLOCK } from './report-commands.ts';
import type { TeamTables } from './tables.ts';

/** Takes out the teams marked as example with all that hangs on them, and dispatches to example needs. */
export async function removeExampleTeams({ tx }: CommandContext): Promise<number> {
  const db = tx.withTables<TeamTables>();
  const ofTeams = sql<boolean>`team_id in (select id from teams where is_example)`;
  const dispatches = await db
    .selectFrom('teamDispatches')
    .select('id')
    .where((where) => where.or([where('isExample', '=', true), ofTeams]))
    .execute();
  const reports = await db.selectFrom('teamReports').select('id').where(ofTeams).execute();
  const dispatchIds = dispatches.map(({ id }) => id);
  const reportIds = reports.map(({ id }) => id);
  if (dispatchIds.length > 0) {
    await db.deleteFrom('teamVisits').where('dispatchId', 'in', dispatchIds).execute();
    const parts = await db
      .deleteFrom('teamDispatchMembers')
      .where('dispatchId', 'in', dispatchIds)
      .returning('id')
      .execute();
    await forgetClocks(
      tx,
      DISPATCH_CLOCK,
      parts.map(({ id }) => id),
    );
    await db.deleteFrom('teamDispatches').where('id', 'in', dispatchIds).execute();
  }
  if (reportIds.length > 0) {
    await db.deleteFrom('teamReportVersions').where('reportId', 'in', reportIds).execute();
    await forgetClocks(tx, REPORT_CLOCK, reportIds);
    await db.deleteFrom('teamReports').where('id', 'in', reportIds).execute();
  }
  await db.deleteFrom('teamMembers').where(ofTeams).execute();
  const removed = await db.deleteFrom('teams').where('isExample', '=', true).executeTakeFirst();
  return Number(removed.numDeletedRows);
}
