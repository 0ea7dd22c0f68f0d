import { beijingDate, beijingInstant, shiftDate, type IsoDate } from '../../../kernel/calendar.ts';
import type { Refusal } from '../../../kernel/errors.ts';
import type { OpeningHours } from './facilities.ts';

/** When a facility can be booked, as its owner set it. */
export type BookingRules = {
  opening: readonly OpeningHours[];
  slotMinutes: number;
  /** A booking is made at least so many days before its own. */
  leadDays: number;
  longestMinutes: number;
};

export type Period = { startsAt: Date; endsAt: Date };

/** How far ahead one can book, in days. */
export const HORIZON_DAYS = 90;

const MINUTE = 60_000;

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: IsoDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

// A day ends at 24:00, which is how people write it.
const instant = (date: IsoDate, time: string): Date =>
  time === '24:00' ? beijingInstant(shiftDate(date, 1), '00:00') : beijingInstant(date, time);

/** The hours of one day, in order; none on a public holiday. */
export function openPeriods(
  opening: readonly OpeningHours[],
  date: IsoDate,
  holidays: ReadonlySet<IsoDate>,
): Period[] {
  if (holidays.has(date)) return [];
  return opening
    .filter(({ weekday }) => weekday === weekdayOf(date))
    .map(({ from, until }) => ({ startsAt: instant(date, from), endsAt: instant(date, until) }))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

export const overlap = (a: Period, b: Period): boolean =>
  a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** The slots of one day; what is left at the end of a period and is no whole slot is not offered. */
export function slotsOf(
  rules: BookingRules,
  date: IsoDate,
  holidays: ReadonlySet<IsoDate>,
): Period[] {
  const slots: Period[] = [];
  for (const period of openPeriods(rules.opening, date, holidays)) {
    const step = rules.slotMinutes * MINUTE;
    for (let at = period.startsAt.getTime(); at + step <= period.endsAt.getTime(); at += step) {
      slots.push({ startsAt: new Date(at), endsAt: new Date(at + step) });
    }
  }
  return slots;
}

export type SlotState = 'free' | 'taken' | 'closed';

/** Each slot of a day as somebody sees it now: free, taken by a booking, or too early or too late. */
export function slotStates(
  rules: BookingRules,
  date: IsoDate,
  holidays: ReadonlySet<IsoDate>,
  taken: readonly Period[],
  now: Date,
): (Period & { state: SlotState })[] {
  const bookable = dayRefusals(rules, date, now).length === 0;
  return slotsOf(rules, date, holidays).map((slot) => ({
    ...slot,
    state: taken.some((other) => overlap(slot, other))
      ? 'taken'
      : bookable && slot.startsAt > now
        ? 'free'
        : 'closed',
  }));
}

function dayRefusals(rules: BookingRules, date: IsoDate, now: Date): Refusal[] {
  const first = shiftDate(beijingDate(now), rules.leadDays);
  if (date < first) return [{ code: 'booking.lead', params: { days: rules.leadDays, first } }];
  if (date > shiftDate(beijingDate(now), HORIZON_DAYS)) {
    return [{ code: 'booking.horizon', params: { days: HORIZON_DAYS } }];
  }
  return [];
}

/** Reasons against a booking, other bookings aside; empty when it may be made. */
export function bookingRefusals(
  rules: BookingRules,
  wanted: Period,
  holidays: ReadonlySet<IsoDate>,
  now: Date,
): Refusal[] {
  if (rules.opening.length === 0) return [{ code: 'booking.not_here' }];
  if (wanted.startsAt <= now) return [{ code: 'booking.past' }];
  const date = beijingDate(wanted.startsAt);
  const reasons = dayRefusals(rules, date, now);
  const slots = slotsOf(rules, date, holidays);
  const starts = slots.findIndex(
    ({ startsAt }) => startsAt.getTime() === wanted.startsAt.getTime(),
  );
  const ends = slots.findIndex(({ endsAt }) => endsAt.getTime() === wanted.endsAt.getTime());
  const period = openPeriods(rules.opening, date, holidays).some(
    ({ startsAt, endsAt }) => startsAt <= wanted.startsAt && wanted.endsAt <= endsAt,
  );
  if (starts < 0 || ends < starts || !period) {
    reasons.push({ code: 'booking.slots', params: { minutes: rules.slotMinutes } });
  }
  const minutes = (wanted.endsAt.getTime() - wanted.startsAt.getTime()) / MINUTE;
  if (minutes > rules.longestMinutes) {
    reasons.push({ code: 'booking.too_long', params: { minutes: rules.longestMinutes } });
  }
  return reasons;
}

/** What is wrong with the hours an owner gives; undefined when nothing is. */
export function openingProblem(
  opening: readonly OpeningHours[],
  slotMinutes: number,
): 'order' | 'overlap' | 'short' | undefined {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  for (const hours of opening) {
    const length = minutes(hours.until) - minutes(hours.from);
    if (length <= 0) return 'order';
    if (length < slotMinutes) return 'short';
  }
  const clash = opening.some((one, at) =>
    opening
      .slice(at + 1)
      .some(
        (other) =>
          one.weekday === other.weekday && one.from < other.until && other.from < one.until,
      ),
  );
  return clash ? 'overlap' : undefined;
}
