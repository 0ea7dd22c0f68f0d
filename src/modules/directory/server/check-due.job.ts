import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { systemActor } from '../../identity/index.ts';
import type { DirectoryTables } from './tables.ts';

const kinds = {
  claim: { table: 'directoryClaims', waits: 'submitted' },
  booking: { table: 'facilityBookings', waits: 'requested' },
} as const;

/** Says once that a claim or a booking waits too long. */
const markOverdue = (kind: keyof typeof kinds) =>
  defineCommand({
    name: `${kind}.mark-overdue`,
    async run({ tx, now, emit }, input: { id: string }) {
      const { table, waits } = kinds[kind];
      const marked = await tx
        .withTables<DirectoryTables>()
        .updateTable(table as 'directoryClaims')
        .set({ overdueAt: now })
        .where('id', '=', input.id)
        .where('status', '=', waits as 'submitted')
        .where('dueAt', '<=', now)
        .where('overdueAt', 'is', null)
        .executeTakeFirst();
      // It was answered, or another worker was faster.
      if (marked.numUpdatedRows !== 1n) return;
      emit({ type: `${kind}.overdue`, subject: { type: kind, id: input.id } });
    },
  });

/** Marks the claims and bookings whose deadline has passed since the last look. Returns how many. */
export async function checkDirectoryDue(platform: Platform): Promise<number> {
  let count = 0;
  for (const kind of ['claim', 'booking'] as const) {
    const { table, waits } = kinds[kind];
    const late = await platform.db
      .withTables<DirectoryTables>()
      .selectFrom(table as 'directoryClaims')
      .select('id')
      .where('status', '=', waits as 'submitted')
      .where('dueAt', '<=', platform.clock.now())
      .where('overdueAt', 'is', null)
      .orderBy('dueAt')
      .limit(500)
      .execute();
    const request = { actor: systemActor, requestId: 'job:directory.check-due' };
    for (const { id } of late) await platform.runCommand(request, markOverdue(kind), { id });
    count += late.length;
  }
  return count;
}

export const checkDirectoryDueJob = (platform: Platform): Job => ({
  name: 'directory.check-due',
  cron: '* * * * *',
  async handle() {
    await checkDirectoryDue(platform);
  },
});
