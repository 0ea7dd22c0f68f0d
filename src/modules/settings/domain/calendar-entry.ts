import { isWorkingDay, PLAIN_WEEKS, shiftDate, type IsoDate } from '../../../kernel/calendar.ts';
import type { FieldIssue } from '../../../kernel/errors.ts';

/** A year of the working-day calendar, as the State Council's notice gives it. */
export type CalendarYear = {
  year: number;
  /** Days off on weekdays; weekends within a holiday may be named too. */
  holidays: readonly IsoDate[];
  /** Weekend days that are worked to make up for them (调休). */
  makeUpDays: readonly IsoDate[];
};

/** No holiday of China has been longer; a longer run is a slip of the pen. */
const LONGEST_RUN = 12;
const MOST_HOLIDAYS = 45;

/** What is wrong with an entry, at its fields; empty when it can be taken. */
export function calendarProblems({ year, holidays, makeUpDays }: CalendarYear): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const say = (path: 'holidays' | 'makeUpDays', code: string, days: readonly IsoDate[]) => {
    if (days.length > 0) issues.push({ path, message: `${code}: ${days.join(', ')}` });
  };
  const elsewhere = (days: readonly IsoDate[]) => days.filter((day) => !day.startsWith(`${year}-`));
  const twice = (days: readonly IsoDate[]) => days.filter((day, at) => days.indexOf(day) !== at);
  say('holidays', 'calendar.other_year', elsewhere(holidays));
  say('makeUpDays', 'calendar.other_year', elsewhere(makeUpDays));
  say('holidays', 'calendar.twice', twice(holidays));
  say('makeUpDays', 'calendar.twice', twice(makeUpDays));
  say(
    'makeUpDays',
    'calendar.not_a_weekend',
    makeUpDays.filter((day) => isWorkingDay(day, PLAIN_WEEKS)),
  );
  say(
    'makeUpDays',
    'calendar.off_and_worked',
    makeUpDays.filter((day) => holidays.includes(day)),
  );
  say('holidays', 'calendar.too_long', tooLong(holidays));
  if (holidays.length > MOST_HOLIDAYS) say('holidays', 'calendar.too_many', [holidays.at(-1)!]);
  return issues;
}

/** The first day of every run of days off that is longer than any holiday. */
function tooLong(holidays: readonly IsoDate[]): IsoDate[] {
  const off = new Set(holidays);
  return holidays.filter((day) => {
    if (off.has(shiftDate(day, -1))) return false;
    let last = day;
    while (off.has(shiftDate(last, 1))) last = shiftDate(last, 1);
    return shiftDate(day, LONGEST_RUN - 1) < last;
  });
}

/** The days of all years with those of one replaced, in order. */
export const withYear = (
  present: readonly IsoDate[],
  year: number,
  days: readonly IsoDate[],
): IsoDate[] =>
  [...present.filter((day) => !day.startsWith(`${year}-`)), ...days].toSorted((a, b) =>
    a.localeCompare(b),
  );
