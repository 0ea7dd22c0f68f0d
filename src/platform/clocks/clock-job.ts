import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../kernel/policy.ts';
import type { RequestContext } from '../commands/run-command.ts';
import type { Job } from '../jobs/jobs.ts';
import type { Platform } from '../platform.ts';
import type { ClockTables } from './tables.ts';

/**
 * What a module does when a clock of its kind asks for something: a command that takes the notice
 * (`takeNotice`), writes it into the history and emits the event by which people are told.
 */
export type ClockKeeper = {
  subjectType: string;
  /** Runs that command; whether there was anything. */
  keep: (request: RequestContext, id: string) => Promise<boolean>;
};

/** As many as one run takes; what is left comes with the next minute. */
const BATCH = 500;

/**
 * Reminds, marks what is late and ends pauses: for every kind of thing, each on its own, so that one
 * that fails holds up no other. Returns how many clocks had something to say.
 */
export async function keepClocks(
  platform: Platform,
  keepers: readonly ClockKeeper[],
  actor: Actor,
): Promise<number> {
  const { db, clock, log } = platform;
  const due = await db
    .withTables<ClockTables>()
    .selectFrom('stepClocks')
    .select(['subjectType', 'subjectId'])
    .where('nextAt', '<', clock.now())
    .where(
      'subjectType',
      'in',
      keepers.map(({ subjectType }) => subjectType),
    )
    .orderBy('nextAt')
    .limit(BATCH)
    .execute();
  let kept = 0;
  for (const { subjectType, subjectId } of due) {
    const keeper = keepers.find((each) => each.subjectType === subjectType);
    if (!keeper) continue;
    const request = { actor, requestId: `clocks.keep:${subjectType}:${subjectId}` };
    try {
      if (await keeper.keep(request, subjectId)) kept += 1;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not_found') {
        // Removed without its clock, as the undoing of an import does.
        await forgetClock(platform, subjectType, subjectId);
        continue;
      }
      log.error({ err: error, subjectType, subjectId }, 'a clock could not be kept');
    }
  }
  return kept;
}

async function forgetClock({ db }: Platform, subjectType: string, subjectId: string) {
  await db
    .withTables<ClockTables>()
    .deleteFrom('stepClocks')
    .where('subjectType', '=', subjectType)
    .where('subjectId', '=', subjectId)
    .execute();
}

export const clocksJob = (
  platform: Platform,
  keepers: readonly ClockKeeper[],
  actor: Actor,
): Job => ({
  name: 'clocks.keep',
  cron: '* * * * *',
  async handle() {
    await keepClocks(platform, keepers, actor);
  },
});
