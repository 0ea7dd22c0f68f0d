import { describe, expect, it } from 'vitest';
import { beijingInstant } from '../../../kernel/calendar.ts';
import { areRatingsOpen, ratingMeans, ratingRefusals, type RatingFacts } from './rating.ts';

const endedAt = beijingInstant('2026-11-23', '16:00');
const facts: RatingFacts = {
  status: 'completed',
  endedAt,
  wasAccepted: true,
  side: 'asker',
  hasRated: false,
};
const codes = (change: Partial<RatingFacts>, at = endedAt) =>
  ratingRefusals({ ...facts, ...change }, at).map(({ code }) => code);

describe('a rating', () => {
  it('is given once by each side, after the end and within fourteen days', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ side: 'responder' }, beijingInstant('2026-12-06', '23:59'))).toEqual([]);
    expect(codes({}, beijingInstant('2026-12-07', '00:00'))).toEqual(['docking.rate_over']);
    expect(codes({ hasRated: true })).toEqual(['docking.rated']);
    expect(codes({ status: 'delivering', endedAt: null })).toEqual(['docking.rate_later']);
    expect(codes({ side: 'broker' })).toEqual(['docking.party_only']);
  });

  it('is not asked for where the two never dealt with each other', () => {
    expect(codes({ status: 'declined' })).toEqual(['docking.rate_nothing']);
    expect(codes({ status: 'failed', wasAccepted: false })).toEqual(['docking.rate_nothing']);
    expect(codes({ status: 'failed' })).toEqual([]);
  });

  it('is read when both gave one or when the time is over', () => {
    expect(areRatingsOpen(1, endedAt, endedAt)).toBe(false);
    expect(areRatingsOpen(2, endedAt, endedAt)).toBe(true);
    expect(areRatingsOpen(1, endedAt, beijingInstant('2026-12-07', '00:00'))).toBe(true);
  });

  it('counts for an organisation from three on', () => {
    const two = [
      { reply: 5, promise: 4, again: 5 },
      { reply: 4, promise: 4, again: 3 },
    ];
    expect(ratingMeans(two)).toBeNull();
    expect(ratingMeans([...two, { reply: 4, promise: 4, again: 4 }])).toEqual({
      reply: 4.3,
      promise: 4,
      again: 4,
    });
  });
});
