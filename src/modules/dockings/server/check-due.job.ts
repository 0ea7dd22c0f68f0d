import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { systemActor } from '../../identity/index.ts';
import { markOverdue } from './mark-overdue.ts';
import type { DockingTables } from './tables.ts';

/** As many as one run takes; what is left comes with the next minute. */
const BATCH = 500;

/**
 * Marks every open case whose step ran out of time, each on its own, so that one that fails holds up
 * no other. Returns how many it marked.
 */
export async function checkDue(platform: Platform): Promise<number> {
  const late = await platform.db
    .withTables<DockingTables>()
    .selectFrom('dockings')
    .select('id')
    .where('dueAt', '<', platform.clock.now())
    .where('overdueAt', 'is', null)
    .where('endedAt', 'is', null)
    .orderBy('dueAt')
    .limit(BATCH)
    .execute();
  let marked = 0;
  for (const { id } of late) {
    const request = { actor: systemActor, requestId: `docking.check-due:${id}` };
    try {
      if (await platform.runCommand(request, markOverdue, { id })) marked += 1;
    } catch (error) {
      platform.log.error({ err: error, docking: id }, 'a case could not be marked overdue');
    }
  }
  return marked;
}

export const checkDueJob = (platform: Platform): Job => ({
  name: 'docking.check-due',
  cron: '* * * * *',
  async handle() {
    await checkDue(platform);
  },
});
