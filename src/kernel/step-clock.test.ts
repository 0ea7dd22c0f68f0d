import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  beijingDate,
  beijingInstant,
  isWorkingDay,
  PLAIN_WEEKS,
  shiftDate,
  workingDaysBetween,
  type WorkCalendar,
} from './calendar.ts';
import {
  dueAfterPause,
  latestPauseEnd,
  nextNoticeAfter,
  noticeNow,
  noticeTimes,
  pausedDays,
  withoutPauses,
  type StepNotice,
} from './step-clock.ts';

const at = (date: string, time = '10:00') => beijingInstant(date, time);
const term = (start: string, days: number, calendar: WorkCalendar = PLAIN_WEEKS) => {
  const startedAt = at(start);
  return { startedAt, dueAt: addWorkingDays(startedAt, days, calendar) };
};

const anyStart = fc.integer({ min: 0, max: 3000 }).chain((day) =>
  fc.integer({ min: 0, max: 1439 }).map((minute) => {
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return beijingInstant(shiftDate('2024-01-01', day), time);
  }),
);
const anyDays = fc.integer({ min: 1, max: 40 });
/** Weeks off here and there, each made up for by the weekend before, as the State Council does it. */
const anyCalendar = fc
  .array(
    fc.record({ week: fc.integer({ min: 0, max: 430 }), length: fc.integer({ min: 1, max: 8 }) }),
    { maxLength: 12 },
  )
  .map((breaks): WorkCalendar => {
    const starts = breaks.map(({ week, length }) => ({
      day: shiftDate('2024-01-01', week * 7),
      length,
    }));
    const holidays = new Set(
      starts.flatMap(({ day, length }) =>
        Array.from({ length }, (_, offset) => shiftDate(day, offset)),
      ),
    );
    const makeUpDays = starts
      .map(({ day }) => shiftDate(day, -1))
      .filter((day) => !holidays.has(day));
    return { ...PLAIN_WEEKS, holidays, makeUpDays: new Set(makeUpDays) };
  });

describe('reminders of a step', () => {
  it('come on the morning after half of the days, and on the morning of the last', () => {
    expect(noticeTimes(term('2026-11-23', 10), PLAIN_WEEKS)).toEqual({
      halfAt: at('2026-12-01', '09:00'),
      endAt: at('2026-12-07', '09:00'),
    });
    expect(noticeTimes(term('2026-11-23', 3), PLAIN_WEEKS)).toEqual({
      halfAt: at('2026-11-25', '09:00'),
      endAt: at('2026-11-26', '09:00'),
    });
    expect(noticeTimes(term('2026-11-23', 1), PLAIN_WEEKS)).toEqual({
      halfAt: null,
      endAt: at('2026-11-24', '09:00'),
    });
  });

  it('fall on working days within the term, the first before the last, over any holidays', () => {
    fc.assert(
      fc.property(anyStart, anyDays, anyCalendar, (startedAt, days, calendar) => {
        const dueAt = addWorkingDays(startedAt, days, calendar);
        const { halfAt, endAt } = noticeTimes({ startedAt, dueAt }, calendar);
        expect(beijingDate(endAt!)).toBe(beijingDate(dueAt));
        expect(isWorkingDay(beijingDate(endAt!), calendar)).toBe(true);
        expect(halfAt === null).toBe(days < 3);
        if (halfAt === null) return;
        expect(isWorkingDay(beijingDate(halfAt), calendar)).toBe(true);
        expect(halfAt < endAt! && halfAt > startedAt).toBe(true);
        const gone = workingDaysBetween(startedAt, halfAt, calendar) - 1;
        expect(gone).toBe(Math.floor(days / 2));
      }),
    );
  });

  it('are each given once and in their order, however seldom somebody looks', () => {
    fc.assert(
      fc.property(
        anyStart,
        anyDays,
        anyCalendar,
        fc.array(fc.integer({ min: 1, max: 90 * 24 }), { minLength: 1, maxLength: 60 }),
        (startedAt, days, calendar, hours) => {
          const dueAt = addWorkingDays(startedAt, days, calendar);
          const times = noticeTimes({ startedAt, dueAt }, calendar);
          const given: StepNotice[] = [];
          let nextAt = nextNoticeAfter(null, times, dueAt);
          for (const hour of [...hours].sort((a, b) => a - b)) {
            const now = new Date(startedAt.getTime() + hour * 3_600_000);
            if (nextAt === null || nextAt >= now) continue;
            const notice = noticeNow(times, dueAt, now)!;
            given.push(notice);
            nextAt = nextNoticeAfter(notice, times, dueAt);
          }
          const order = ['half', 'end', 'overdue'].filter((each) =>
            given.includes(each as StepNotice),
          );
          expect(given).toEqual(order);
          const last = new Date(startedAt.getTime() + Math.max(...hours) * 3_600_000);
          expect(given.includes('overdue')).toBe(last > dueAt);
        },
      ),
    );
  });
});

describe('a pause', () => {
  it('gives back exactly the working days that were left, over any holidays', () => {
    fc.assert(
      fc.property(
        anyStart,
        anyDays,
        anyCalendar,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 30 }),
        (startedAt, days, calendar, after, long) => {
          const dueAt = addWorkingDays(startedAt, days, calendar);
          const since = new Date(startedAt.getTime() + after * 86_400_000);
          const until = new Date(since.getTime() + long * 86_400_000);
          const moved = dueAfterPause(dueAt, since, until, calendar);
          expect(workingDaysBetween(until, moved, calendar)).toBe(
            workingDaysBetween(since, dueAt, calendar),
          );
          expect(moved >= dueAt).toBe(true);
        },
      ),
    );
  });

  it('leaves what a step was allowed and what it used as if its days had not been', () => {
    fc.assert(
      fc.property(
        anyStart,
        anyDays,
        anyCalendar,
        fc.integer({ min: 0, max: 30 }),
        (startedAt, days, calendar, long) => {
          const dueAt = addWorkingDays(startedAt, days, calendar);
          const until = new Date(startedAt.getTime() + long * 86_400_000);
          const moved = dueAfterPause(dueAt, startedAt, until, calendar);
          const own = withoutPauses(calendar, [{ since: startedAt, until }], until);
          expect(workingDaysBetween(startedAt, moved, own)).toBe(days);
          expect(workingDaysBetween(startedAt, until, own)).toBe(0);
        },
      ),
    );
  });

  it('counts its days in the limit, also those of earlier pauses', () => {
    const earlier = [{ since: at('2026-11-02'), until: at('2026-11-12') }];
    expect(pausedDays(earlier, at('2026-11-23'))).toBe(10);
    expect(latestPauseEnd(at('2026-11-23'), 10, 30)).toBe('2026-12-13');
    expect(latestPauseEnd(at('2026-11-23'), 40, 30)).toBe('2026-11-23');
  });
});
