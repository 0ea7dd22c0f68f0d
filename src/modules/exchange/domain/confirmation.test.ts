import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmationStep } from './confirmation.ts';

const day = (count: number) => new Date(Date.UTC(2026, 0, 1) + count * 86_400_000);
const terms = { days: 90, reminder: 14 };
const listing = (to: Partial<Parameters<typeof confirmationStep>[0]> = {}) => ({
  confirmedAt: day(0),
  publishedAt: day(0),
  confirmRemindedAt: null,
  lapsedAt: null,
  isExample: false,
  ...to,
});

describe('a listing that nobody confirms', () => {
  it('is reminded of before its time, once, then hidden', () => {
    expect(confirmationStep(listing(), day(75), terms)).toBeNull();
    expect(confirmationStep(listing(), day(76), terms)).toBe('remind');
    const reminded = listing({ confirmRemindedAt: day(76) });
    expect(confirmationStep(reminded, day(80), terms)).toBeNull();
    expect(confirmationStep(reminded, day(90), terms)).toBe('lapse');
    expect(confirmationStep({ ...reminded, lapsedAt: day(90) }, day(91), terms)).toBeNull();
  });

  it('is an example: then it is left alone', () => {
    expect(confirmationStep(listing({ isExample: true }), day(400), terms)).toBeNull();
  });

  it('is never hidden without a reminder some days before, however late anybody looks', () => {
    const count = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(count, count, (remindedOn, now) => {
        expect(confirmationStep(listing(), day(now), terms)).not.toBe('lapse');
        const step = confirmationStep(
          listing({ confirmRemindedAt: day(remindedOn) }),
          day(now),
          terms,
        );
        if (step === 'lapse') expect(now - remindedOn).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
