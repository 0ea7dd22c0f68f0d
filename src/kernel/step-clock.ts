import {
  addWorkingDays,
  beijingDate,
  beijingInstant,
  shiftDate,
  workingDaysBetween,
  type IsoDate,
  type WorkCalendar,
} from './calendar.ts';
import type { Refusal } from './errors.ts';

/**
 * The clock of one step: when somebody is reminded, when it has run out, and how long it stands
 * still. Pure; whoever keeps clocks stores these moments and acts on them.
 */
export type StepTerm = { startedAt: Date; dueAt: Date };

/** Beijing time at which reminders go out and a pause ends: when people begin to read. */
export const MORNING = '09:00';

export type StepNotice = 'half' | 'end' | 'overdue';

/** When the reminders of a step are due; null where the step is too short for one of its own. */
export type NoticeTimes = { halfAt: Date | null; endAt: Date | null };

/**
 * The reminder at half time comes on the morning after half of the working days (rounded down) have
 * passed, the one at the end on the morning of the last working day; none on the day of the start, and
 * never two on one day. Of 10 days: the 6th and the 10th; of 3: the 2nd and the 3rd; of 1: the 1st.
 */
export function noticeTimes({ startedAt, dueAt }: StepTerm, calendar: WorkCalendar): NoticeTimes {
  const days = workingDaysBetween(startedAt, dueAt, calendar);
  const morning = (day: number) =>
    beijingInstant(beijingDate(addWorkingDays(startedAt, day, calendar)), MORNING);
  const before = (at: Date | null) => (at !== null && at < dueAt ? at : null);
  const half = Math.floor(days / 2) + 1;
  return {
    halfAt: days > half ? before(morning(half)) : null,
    endAt: days >= 1 ? before(morning(days)) : null,
  };
}

/** The moments in their order; each is given once. */
export function nextNoticeAfter(
  given: StepNotice | null,
  times: NoticeTimes,
  dueAt: Date,
): Date | null {
  if (given === 'overdue') return null;
  if (given === null && times.halfAt !== null) return times.halfAt;
  return given === 'end' || times.endAt === null ? dueAt : times.endAt;
}

/** What a clock asks for at this moment: the latest that is due, so that what was missed is not made up for. */
export function noticeNow(times: NoticeTimes, dueAt: Date, now: Date): StepNotice | null {
  if (now > dueAt) return 'overdue';
  if (times.endAt !== null && now >= times.endAt) return 'end';
  return times.halfAt !== null && now >= times.halfAt ? 'half' : null;
}

/** A span in which a clock stood still; `until` open while it still does. */
export type StillSpan = { since: Date; until: Date | null };

/**
 * The calendar of one clock: the days on which it stood still count as days off, from the day after
 * it stopped to the day on which it went on. So everything else is counted as ever.
 */
export function withoutPauses(
  calendar: WorkCalendar,
  pauses: readonly StillSpan[],
  now: Date,
): WorkCalendar {
  if (pauses.length === 0) return calendar;
  const still = new Set<IsoDate>();
  for (const { since, until } of pauses) {
    const last = beijingDate(until ?? now);
    for (let day = shiftDate(beijingDate(since), 1); day <= last; day = shiftDate(day, 1)) {
      still.add(day);
    }
  }
  return {
    ...calendar,
    holidays: new Set([...calendar.holidays, ...still]),
    makeUpDays: new Set([...calendar.makeUpDays].filter((day) => !still.has(day))),
  };
}

/**
 * When a step is due that stood still from `since` and goes on at `now`: as many working days later as
 * passed meanwhile, so that those left (or overdue) are the same as before.
 */
export function dueAfterPause(dueAt: Date, since: Date, now: Date, calendar: WorkCalendar): Date {
  const stood = workingDaysBetween(since, now, calendar);
  return stood < 1 ? dueAt : addWorkingDays(dueAt, stood, calendar);
}

/** The last day to which a step may stand still, given the days of its earlier pauses and the limit. */
export function latestPauseEnd(now: Date, usedDays: number, longestDays: number): IsoDate {
  return shiftDate(beijingDate(now), Math.max(0, longestDays - usedDays));
}

/** Calendar days that these pauses took, or have taken so far. */
export function pausedDays(pauses: readonly StillSpan[], now: Date): number {
  return pauses.reduce((sum, { since, until }) => {
    const days =
      Date.parse(`${beijingDate(until ?? now)}T00:00:00Z`) -
      Date.parse(`${beijingDate(since)}T00:00:00Z`);
    return sum + days / 86_400_000;
  }, 0);
}

/** What outside of the case a clock may wait for. */
export const pauseReasons = [
  'site', // a stop of the line, an overhaul
  'test', // a test or its report
  'approval', // somebody's decision above
  'funds',
  'person', // the one who knows is away
  'supply', // samples, equipment
  'other',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Reasons against stopping a clock, for every kind of thing. */
export const pauseRefusals = (clock: { hasClock: boolean; isPaused: boolean }): Refusal[] => {
  if (clock.isPaused) return [{ code: 'clock.paused_already' }];
  return clock.hasClock ? [] : [{ code: 'clock.none' }];
};

export const resumeRefusals = (clock: { isPaused: boolean }): Refusal[] =>
  clock.isPaused ? [] : [{ code: 'clock.runs' }];
