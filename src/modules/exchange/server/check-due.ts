import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { systemActor } from '../../identity/index.ts';
import { markNeedOverdue } from './need-commands.ts';
import type { ExchangeTables } from './tables.ts';

/** Marks the needs whose deadline has passed since the last look. Returns how many. */
export async function checkNeedsDue(platform: Platform): Promise<number> {
  const late = await platform.db
    .withTables<ExchangeTables>()
    .selectFrom('needs')
    .select('id')
    .where('dueAt', '<=', platform.clock.now())
    .where('overdueAt', 'is', null)
    .orderBy('dueAt')
    .limit(500)
    .execute();
  for (const { id } of late) {
    await platform.runCommand(
      { actor: systemActor, requestId: `job:need.check-due` },
      markNeedOverdue,
      { id },
    );
  }
  return late.length;
}

export const checkNeedsDueJob = (platform: Platform): Job => ({
  name: 'need.check-due',
  cron: '* * * * *',
  async handle() {
    await checkNeedsDue(platform);
  },
});
