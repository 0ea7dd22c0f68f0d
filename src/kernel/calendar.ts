/** A calendar day in China, `YYYY-MM-DD`. */
export type IsoDate = string;

/**
 * When people work: Monday to Friday, less the holidays, plus the days worked to make up for them (调休).
 * Both tables are dated records that an operator enters each year from the State Council's notice; empty means plain weeks.
 */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<IsoDate>;
  readonly makeUpDays: ReadonlySet<IsoDate>;
  /** Beijing time at which a working day ends and things fall due, `HH:MM`. */
  readonly dayEnds: string;
}

/** Plain weeks, until an operator has entered the year's holidays. */
export const PLAIN_WEEKS: WorkCalendar = {
  holidays: new Set(),
  makeUpDays: new Set(),
  dayEnds: '18:00',
};

// China keeps UTC+08:00 the whole year, everywhere.
const BEIJING_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
// No real calendar has a gap near this long; a table entered wrongly must not hang the server.
const LONGEST_GAP_DAYS = 60;

/** The day in China at that instant. */
export function beijingDate(at: Date): IsoDate {
  return new Date(at.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant of a Beijing wall-clock time, e.g. `('2026-11-25', '18:00')`. */
export function beijingInstant(date: IsoDate, time: string): Date {
  const at = new Date(`${date}T${time}:00+08:00`);
  if (Number.isNaN(at.getTime())) throw new RangeError(`not a Beijing time: ${date} ${time}`);
  return at;
}

/** The day `days` later (or earlier, when negative). */
export function shiftDate(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function isWorkingDay(date: IsoDate, calendar: WorkCalendar): boolean {
  if (calendar.makeUpDays.has(date)) return true;
  if (calendar.holidays.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The instant at which something falls due that was set at `from` and allows `days` working days (a whole number, at least 1).
 * Counting starts on the day after `from` (次日起算) and ends with that working day: Wednesday 18 November 2026 and 5 days give Wednesday 25 November, 18:00.
 */
export function addWorkingDays(from: Date, days: number, calendar: WorkCalendar): Date {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a number of days: ${days}`);
  let date = beijingDate(from);
  for (let left = days; left > 0; left -= 1) date = nextWorkingDay(date, calendar);
  return beijingInstant(date, calendar.dayEnds);
}

/**
 * Working days after the day of `a` up to and including the day of `b`: what is left when `a` is now and `b` the due time.
 * Negative when `b` lies on an earlier day than `a`: then it counts the working days overdue. 0 on the due day itself.
 */
export function workingDaysBetween(a: Date, b: Date, calendar: WorkCalendar): number {
  const [start, end] = [beijingDate(a), beijingDate(b)];
  if (end < start) return 0 - countWorkingDays(end, start, calendar);
  return countWorkingDays(start, end, calendar);
}

export type DueStanding = 'left' | 'soon' | 'today' | 'overdue';

/**
 * How a due time stands: `left` 还有, `soon` 只剩 (no more than half of the days, rounded up, are left), `today` 今天到期, `overdue` 过期.
 * `workingDays` are those left or overdue, never negative; 0 overdue means less than one working day.
 */
export function dueStanding(
  startedAt: Date,
  dueAt: Date,
  now: Date,
  calendar: WorkCalendar,
): { standing: DueStanding; workingDays: number } {
  const left = workingDaysBetween(now, dueAt, calendar);
  if (now.getTime() > dueAt.getTime()) return { standing: 'overdue', workingDays: Math.abs(left) };
  if (beijingDate(now) === beijingDate(dueAt)) return { standing: 'today', workingDays: 0 };
  const allowed = workingDaysBetween(startedAt, dueAt, calendar);
  return { standing: left <= Math.ceil(allowed / 2) ? 'soon' : 'left', workingDays: left };
}

export interface DueTick {
  date: IsoDate;
  state: 'past' | 'today' | 'left' | 'overdue';
  /** Days on which nobody works are kept, so that a clock can draw the weekend narrow. */
  working: boolean;
}

/**
 * The days a due clock draws: from the day after `startedAt` to the due day, and on to today when that has passed.
 * Days after the due day, and the due day itself once its hour has passed, are `overdue`.
 */
export function dueTicks(
  startedAt: Date,
  dueAt: Date,
  now: Date,
  calendar: WorkCalendar,
): DueTick[] {
  const today = beijingDate(now);
  const due = beijingDate(dueAt);
  const isOverdue = now.getTime() > dueAt.getTime();
  const last = isOverdue && today > due ? today : due;
  const ticks: DueTick[] = [];
  for (let date = shiftDate(beijingDate(startedAt), 1); date <= last; date = shiftDate(date, 1)) {
    ticks.push({
      date,
      state: tickState(date, { today, due, isOverdue }),
      working: isWorkingDay(date, calendar),
    });
  }
  return ticks;
}

function tickState(
  date: IsoDate,
  { today, due, isOverdue }: { today: IsoDate; due: IsoDate; isOverdue: boolean },
): DueTick['state'] {
  if (date > due || (date === today && isOverdue)) return 'overdue';
  if (date === today) return 'today';
  return date < today ? 'past' : 'left';
}

function nextWorkingDay(date: IsoDate, calendar: WorkCalendar): IsoDate {
  for (let gap = 1; gap <= LONGEST_GAP_DAYS; gap += 1) {
    const candidate = shiftDate(date, gap);
    if (isWorkingDay(candidate, calendar)) return candidate;
  }
  throw new RangeError(
    `the calendar has no working day within ${LONGEST_GAP_DAYS} days of ${date}`,
  );
}

/** Working days with `after` < day ≤ `until`. */
function countWorkingDays(after: IsoDate, until: IsoDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let date = shiftDate(after, 1); date <= until; date = shiftDate(date, 1)) {
    if (isWorkingDay(date, calendar)) count += 1;
  }
  return count;
}
