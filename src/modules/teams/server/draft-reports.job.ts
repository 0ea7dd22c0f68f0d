import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { systemActor } from '../../identity/index.ts';
import { draftReport } from './report-commands.ts';
import type { TeamTables } from './tables.ts';

/** Writes the week's draft for every team at work; one that fails holds up no other. */
export async function draftReports(platform: Platform): Promise<number> {
  const teams = await platform.db
    .withTables<TeamTables>()
    .selectFrom('teams')
    .select('id')
    .where('status', '=', 'active')
    .execute();
  const draft = draftReport(platform.translator('zh-CN'));
  let written = 0;
  for (const { id } of teams) {
    const request = { actor: systemActor, requestId: `report.draft:${id}` };
    try {
      await platform.runCommand(request, draft, { id });
      written += 1;
    } catch (error) {
      platform.log.error({ err: error, team: id }, 'a weekly report could not be drafted');
    }
  }
  return written;
}

/** Friday, 16:00 in China: two hours are left to read it in. */
export const draftReportsJob = (platform: Platform): Job => ({
  name: 'report.draft',
  cron: '0 16 * * 5',
  async handle() {
    await draftReports(platform);
  },
});
