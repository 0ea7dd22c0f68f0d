import type { CommandTables } from '../platform/commands/tables.ts';
import type { Job } from '../platform/jobs/jobs.ts';
import type { Platform } from '../platform/platform.ts';

/** How long a request may be repeated under its Idempotency-Key, in days. */
const KEY_DAYS = 7;

/** Forgets answers kept for repeated requests once nobody repeats them any more. */
export async function sweepKeys({ db, clock }: Platform): Promise<void> {
  const before = new Date(clock.now().getTime() - KEY_DAYS * 86_400_000);
  await db
    .withTables<CommandTables>()
    .deleteFrom('idempotencyKeys')
    .where('at', '<', before)
    .execute();
}

export const sweepJob = (platform: Platform): Job => ({
  name: 'platform.sweep',
  cron: '17 3 * * *',
  async handle() {
    await sweepKeys(platform);
    await platform.embeddings.prune();
  },
});
