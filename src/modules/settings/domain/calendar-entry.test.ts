import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDate } from '../../../kernel/calendar.ts';
import { calendarProblems, withYear } from './calendar-entry.ts';

const codes = (entry: Parameters<typeof calendarProblems>[0]) =>
  calendarProblems(entry).map(({ path, message }) => `${path} ${message.split(':')[0]}`);
const run = (from: string, length: number) =>
  Array.from({ length }, (_, at) => shiftDate(from, at));

describe('a year of the calendar', () => {
  it('is taken as a notice gives it: runs of days off, and weekends worked for them', () => {
    expect(
      codes({
        year: 2027,
        holidays: run('2027-10-01', 7),
        makeUpDays: ['2027-09-26', '2027-10-09'],
      }),
    ).toEqual([]);
  });

  it.each([
    ['holidays calendar.other_year', { holidays: ['2026-12-31'], makeUpDays: [] }],
    ['holidays calendar.twice', { holidays: ['2027-01-01', '2027-01-01'], makeUpDays: [] }],
    ['makeUpDays calendar.not_a_weekend', { holidays: [], makeUpDays: ['2027-01-04'] }],
    [
      'makeUpDays calendar.off_and_worked',
      { holidays: ['2027-01-02'], makeUpDays: ['2027-01-02'] },
    ],
    ['holidays calendar.too_long', { holidays: run('2027-02-01', 13), makeUpDays: [] }],
  ])('is refused where it cannot be right: %s', (code, entry) => {
    expect(codes({ year: 2027, ...entry })).toContain(code);
  });

  it('replaces its own days and leaves those of other years alone', () => {
    const anyDays = fc.uniqueArray(
      fc.integer({ min: 0, max: 1800 }).map((day) => shiftDate('2024-01-01', day)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(anyDays, anyDays, fc.integer({ min: 2024, max: 2028 }), (present, days, year) => {
        const own = days.filter((day) => day.startsWith(`${year}-`));
        const next = withYear(present, year, own);
        const others = (list: readonly string[]) =>
          list.filter((day) => !day.startsWith(`${year}-`)).toSorted();
        expect(others(next)).toEqual(others(present));
        expect(next.filter((day) => day.startsWith(`${year}-`))).toEqual(own.toSorted());
      }),
    );
  });
});
