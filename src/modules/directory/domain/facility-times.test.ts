import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beijingDate, beijingInstant, shiftDate } from '../../../kernel/calendar.ts';
import {
  bookingRefusals,
  openingProblem,
  openPeriods,
  overlap,
  slotsOf,
  slotStates,
  weekdayOf,
} from './facility-times.ts';

// A Monday.
const MONDAY = '2026-11-30';
const now = beijingInstant('2026-11-23', '10:00');
const none = new Set<string>();
const rules = {
  opening: [
    { weekday: 1, from: '09:00', until: '12:00' },
    { weekday: 1, from: '14:00', until: '17:30' },
  ],
  slotMinutes: 60,
  leadDays: 2,
  longestMinutes: 120,
};
const at = (from: string, until: string, date = MONDAY) => ({
  startsAt: beijingInstant(date, from),
  endsAt: beijingInstant(date, until),
});
const codes = (wanted: ReturnType<typeof at>, holidays = none) =>
  bookingRefusals(rules, wanted, holidays, now).map(({ code }) => code);

const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const hours = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    start: fc.integer({ min: 0, max: 1379 }),
    length: fc.integer({ min: 60, max: 600 }),
  })
  .map(({ weekday, start, length }) => ({
    weekday,
    from: time(start),
    until: time(Math.min(1440, start + length)),
  }));
const anyRules = fc
  .record({
    opening: fc.array(hours, { minLength: 1, maxLength: 5 }),
    slotMinutes: fc.constantFrom(15, 30, 45, 60),
    leadDays: fc.integer({ min: 0, max: 5 }),
    longestMinutes: fc.integer({ min: 60, max: 480 }),
  })
  .filter(({ opening, slotMinutes }) => openingProblem(opening, slotMinutes) === undefined);

describe('booking a facility', () => {
  it('takes whole slots within one opening of a day, and nothing else', () => {
    expect(codes(at('09:00', '11:00'))).toEqual([]);
    expect(codes(at('14:00', '15:00'))).toEqual([]);
    expect(codes(at('09:30', '10:30'))).toEqual(['booking.slots']);
    expect(codes(at('11:00', '15:00'))).toEqual(['booking.slots', 'booking.too_long']);
    // Half an hour is left at the end of the day.
    expect(codes(at('16:00', '17:30'))).toEqual(['booking.slots']);
    expect(codes(at('09:00', '10:00', '2026-12-01'))).toEqual(['booking.slots']);
    expect(codes(at('10:00', '09:00'))).toEqual(['booking.slots']);
  });

  it('is made days ahead, not longer than allowed, and not on a public holiday', () => {
    expect(codes(at('09:00', '12:00'))).toEqual(['booking.too_long']);
    expect(codes(at('09:00', '10:00', '2026-11-23'))).toEqual(['booking.past']);
    expect(codes(at('14:00', '15:00', '2026-11-23'))).toEqual(['booking.lead']);
    expect(codes(at('09:00', '10:00', '2027-03-01'))).toEqual(['booking.horizon']);
    expect(codes(at('09:00', '10:00'), new Set([MONDAY]))).toEqual(['booking.slots']);
    expect(bookingRefusals({ ...rules, opening: [] }, at('09:00', '10:00'), none, now)).toEqual([
      { code: 'booking.not_here' },
    ]);
  });

  it('offers only slots that lie within the opening hours and do not overlap', () => {
    fc.assert(
      fc.property(anyRules, fc.integer({ min: 0, max: 20 }), (some, ahead) => {
        const date = shiftDate('2026-11-23', ahead);
        const slots = slotsOf(some, date, none);
        const open = openPeriods(some.opening, date, none);
        for (const [index, slot] of slots.entries()) {
          expect(open.some((o) => o.startsAt <= slot.startsAt && slot.endsAt <= o.endsAt)).toBe(
            true,
          );
          expect(slots.slice(index + 1).some((other) => overlap(slot, other))).toBe(false);
          expect(beijingDate(slot.startsAt)).toBe(date);
        }
      }),
    );
  });

  it('shows as free exactly the single slots that could be booked', () => {
    fc.assert(
      fc.property(
        anyRules,
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.nat(60), { maxLength: 4 }),
        (some, ahead, picks) => {
          const date = shiftDate('2026-11-23', ahead);
          const slots = slotsOf(some, date, none);
          const taken = slots.filter((_, index) => picks.includes(index));
          for (const slot of slotStates(some, date, none, taken, now)) {
            const mayBeBooked =
              bookingRefusals(some, slot, none, now).length === 0 &&
              !taken.some((other) => overlap(slot, other));
            expect(slot.state === 'free').toBe(mayBeBooked);
          }
        },
      ),
    );
  });

  it('knows the weekday of a date, and hours that make no sense', () => {
    expect([weekdayOf(MONDAY), weekdayOf('2026-11-29')]).toEqual([1, 7]);
    const day = (from: string, until: string) => ({ weekday: 1, from, until });
    expect(openingProblem([day('17:00', '09:00')], 60)).toBe('order');
    expect(openingProblem([day('09:00', '09:30')], 60)).toBe('short');
    expect(openingProblem([day('09:00', '12:00'), day('11:00', '13:00')], 60)).toBe('overlap');
    expect(openingProblem([day('09:00', '12:00'), day('12:00', '24:00')], 60)).toBeUndefined();
  });
});
