import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestPeriod } from './digest-period.ts';

const at = (text: string) => new Date(text);

describe('what a digest tells of', () => {
  it('ends at eight in the morning in China, whenever it is made that day', () => {
    for (const now of ['2026-11-24T08:30+08:00', '2026-11-24T21:00+08:00']) {
      expect(digestPeriod(at(now), null)).toMatchObject({
        day: '2026-11-24',
        until: at('2026-11-24T08:00+08:00'),
      });
    }
  });

  it('begins where the last one ended', () => {
    const last = at('2026-11-22T08:00+08:00');
    expect(digestPeriod(at('2026-11-24T08:30+08:00'), last).since).toEqual(last);
  });

  it('goes back a week at most', () => {
    const since = at('2026-11-17T08:00+08:00');
    const now = at('2026-11-24T08:30+08:00');
    expect(digestPeriod(now, null).since).toEqual(since);
    expect(digestPeriod(now, at('2026-10-01T08:00+08:00')).since).toEqual(since);
  });

  it('is never told twice, and leaves no gap within a week', () => {
    const days = fc.array(fc.integer({ min: 0, max: 6 * 86_400 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(days, (pauses) => {
        let now = at('2026-11-24T08:30+08:00').getTime();
        let until = digestPeriod(new Date(now), null).until;
        for (const pause of pauses) {
          now += pause * 1000;
          const next = digestPeriod(new Date(now), until);
          expect(next.since).toEqual(until);
          if (next.until > next.since) until = next.until;
        }
      }),
    );
  });
});
