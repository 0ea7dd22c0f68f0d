import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  beijingDate,
  beijingInstant,
  dueStanding,
  dueTicks,
  isWorkingDay,
  PLAIN_WEEKS,
  shiftDate,
  workingDaysBetween,
} from './calendar.ts';

const at = (date: string, time = '10:00') => beijingInstant(date, time);
const anyInstant = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2035-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const anyDays = fc.integer({ min: 1, max: 60 });
const anyCalendar = fc
  .array(
    fc.record({ day: fc.integer({ min: 0, max: 5800 }), length: fc.integer({ min: 1, max: 8 }) }),
    { maxLength: 20 },
  )
  .map((breaks) => ({
    ...PLAIN_WEEKS,
    holidays: new Set(
      breaks.flatMap(({ day, length }) =>
        Array.from({ length }, (_, offset) => shiftDate('2020-01-01', day + offset)),
      ),
    ),
  }));

describe('a due time in working days', () => {
  it('starts counting on the day after and ends at 18:00 in Beijing', () => {
    expect(addWorkingDays(at('2026-11-18', '16:20'), 5, PLAIN_WEEKS)).toEqual(
      new Date('2026-11-25T18:00:00+08:00'),
    );
  });

  it('goes by the day in China, also late in the evening elsewhere', () => {
    expect(beijingDate(new Date('2026-11-18T17:30:00Z'))).toBe('2026-11-19');
    expect(addWorkingDays(new Date('2026-11-18T17:30:00Z'), 1, PLAIN_WEEKS)).toEqual(
      at('2026-11-20', '18:00'),
    );
  });

  it('counts from Monday when something is set on a weekend', () => {
    expect(addWorkingDays(at('2026-11-21'), 1, PLAIN_WEEKS)).toEqual(at('2026-11-23', '18:00'));
  });

  it('jumps over holidays and uses the days worked to make up for them', () => {
    const calendar = {
      ...PLAIN_WEEKS,
      holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
      makeUpDays: new Set(['2026-10-10']),
    };
    expect(isWorkingDay('2026-10-01', calendar)).toBe(false);
    expect(isWorkingDay('2026-10-10', calendar)).toBe(true);
    expect(addWorkingDays(at('2026-09-30'), 3, calendar)).toEqual(at('2026-10-10', '18:00'));
  });

  it('refuses a number of days that is none, and a table without working days', () => {
    expect(() => addWorkingDays(at('2026-11-18'), 0, PLAIN_WEEKS)).toThrow(RangeError);
    const closed = Array.from({ length: 90 }, (_, day) => shiftDate('2026-11-18', day));
    expect(() =>
      addWorkingDays(at('2026-11-18'), 1, { ...PLAIN_WEEKS, holidays: new Set(closed) }),
    ).toThrow(RangeError);
  });

  it('falls on a working day, and the days between are the days allowed', () => {
    fc.assert(
      fc.property(anyInstant, anyDays, anyCalendar, (from, days, calendar) => {
        const due = addWorkingDays(from, days, calendar);
        expect(isWorkingDay(beijingDate(due), calendar)).toBe(true);
        expect(workingDaysBetween(from, due, calendar)).toBe(days);
        expect(workingDaysBetween(due, from, calendar)).toBe(-days);
      }),
    );
  });

  it('is later for more days, for a later start and for more holidays', () => {
    fc.assert(
      fc.property(anyInstant, anyDays, anyCalendar, (from, days, calendar) => {
        const due = addWorkingDays(from, days, calendar).getTime();
        const later = new Date(from.getTime() + 3_600_000);
        expect(addWorkingDays(from, days + 1, calendar).getTime()).toBeGreaterThan(due);
        expect(addWorkingDays(later, days, calendar).getTime()).toBeGreaterThanOrEqual(due);
        expect(addWorkingDays(from, days, PLAIN_WEEKS).getTime()).toBeLessThanOrEqual(due);
        const closed = { ...calendar, holidays: new Set(calendar.holidays) };
        closed.holidays.add(beijingDate(new Date(due)));
        expect(addWorkingDays(from, days, closed).getTime()).toBeGreaterThan(due);
      }),
    );
  });
});

describe('how a due time stands', () => {
  const started = at('2026-11-18', '16:20');
  const due = at('2026-11-25', '18:00');
  const standing = (now: Date) => dueStanding(started, due, now, PLAIN_WEEKS);

  it('says what is left, what is nearly gone, what is due today and what is overdue', () => {
    expect(standing(at('2026-11-19'))).toEqual({ standing: 'left', workingDays: 4 });
    expect(standing(at('2026-11-20'))).toEqual({ standing: 'soon', workingDays: 3 });
    expect(standing(at('2026-11-25', '18:00'))).toEqual({ standing: 'today', workingDays: 0 });
    expect(standing(at('2026-11-25', '18:01'))).toEqual({ standing: 'overdue', workingDays: 0 });
    expect(standing(at('2026-11-30'))).toEqual({ standing: 'overdue', workingDays: 3 });
  });
});

describe('the days of a due clock', () => {
  const started = at('2026-11-18', '16:20');
  const due = at('2026-11-25', '18:00');
  const drawn = (now: Date) =>
    dueTicks(started, due, now, PLAIN_WEEKS).map(
      ({ date, state, working }) => `${date.slice(8)} ${state}${working ? '' : ' (off)'}`,
    );

  it('run from the day after the start to the due day', () => {
    expect(drawn(at('2026-11-20'))).toEqual([
      '19 past',
      '20 today',
      '21 left (off)',
      '22 left (off)',
      '23 left',
      '24 left',
      '25 left',
    ]);
  });

  it('go on to today once it is overdue', () => {
    expect(drawn(at('2026-11-27')).slice(-3)).toEqual(['25 past', '26 overdue', '27 overdue']);
    expect(drawn(at('2026-11-25', '19:00')).at(-1)).toBe('25 overdue');
  });

  it('show as many working days as were allowed, each day once, in order', () => {
    fc.assert(
      fc.property(anyInstant, anyDays, anyInstant, (from, days, now) => {
        const end = addWorkingDays(from, days, PLAIN_WEEKS);
        const near = new Date(Math.min(now.getTime(), end.getTime() + 40 * 86_400_000));
        const ticks = dueTicks(from, end, near, PLAIN_WEEKS);
        const dates = ticks.map((tick) => tick.date);
        expect(dates).toEqual([...new Set(dates)].sort());
        const lastDay = beijingDate(end);
        const allowed = ticks.filter((tick) => tick.working && tick.date <= lastDay);
        expect(allowed).toHaveLength(days);
      }),
    );
  });
});
