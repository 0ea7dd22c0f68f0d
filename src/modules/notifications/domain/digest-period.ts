import { beijingDate, beijingInstant, type IsoDate } from '../../../kernel/calendar.ts';

/** News of a day is complete some time before it is told: readers of the outbox may be behind. */
const DAY_CLOSES = '08:00';
/** Who was not written to for long is told of these days only, not of all that passed. */
const LONGEST_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * What the digest of a day tells of: from where the last one ended, a week at most, to that morning.
 * Two digests never tell of the same moment.
 */
export function digestPeriod(
  now: Date,
  lastUntil: Date | null,
): { day: IsoDate; since: Date; until: Date } {
  const day = beijingDate(now);
  const closes = beijingInstant(day, DAY_CLOSES);
  const until = closes <= now ? closes : now;
  const earliest = new Date(until.getTime() - LONGEST_DAYS * DAY_MS);
  return { day, since: lastUntil !== null && lastUntil > earliest ? lastUntil : earliest, until };
}
