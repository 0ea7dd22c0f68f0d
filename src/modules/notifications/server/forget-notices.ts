import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { NotificationTables } from './tables.ts';

/** How long notices and the log of messages are kept, in days: what happened stands on its page. */
const KEEP_DAYS = 400;

export async function forgetNotices({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEEP_DAYS * 86_400_000);
  const tables = db.withTables<NotificationTables>();
  await tables.deleteFrom('noticeDeliveries').where('queuedAt', '<', before).execute();
  await tables.deleteFrom('notices').where('at', '<', before).execute();
}

export const forgetJob = (platform: Platform): Job => ({
  name: 'notification.forget',
  cron: '27 3 * * *',
  handle: () => forgetNotices(platform),
});
