import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { InterchangeTables } from './tables.ts';

/** How long files that came to nothing, and the log of deliveries, are kept, in days. */
const KEPT_DAYS = 30;

/** Forgets what nobody needs any more. What came in stays: it can be undone. */
export async function sweepInterchange({ db, clock }: Platform): Promise<void> {
  const tables = db.withTables<InterchangeTables>();
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000);
  await tables
    .deleteFrom('imports')
    .where('status', 'in', ['read', 'checked', 'cancelled', 'undone'])
    .where('stepStartedAt', '<', before)
    .execute();
  await tables
    .deleteFrom('webhookDeliveries')
    .where('status', '<>', 'queued')
    .where('createdAt', '<', before)
    .execute();
}

export const sweepInterchangeJob = (platform: Platform): Job => ({
  name: 'interchange.sweep',
  cron: '37 3 * * *',
  handle: () => sweepInterchange(platform),
});
