import { describe, expect, it } from 'vitest';
import { readDue, type Tick } from './due.ts';

/** p past, n today, r left, o overdue; a capital is a day off. */
const ticks = (pattern: string): Tick[] =>
  Array.from(pattern).map((letter, at) => ({
    date: `2026-11-${String(at + 1).padStart(2, '0')}`,
    state: ({ p: 'past', n: 'today', r: 'left', o: 'overdue' } as const)[
      letter.toLowerCase() as 'p' | 'n' | 'r' | 'o'
    ],
    working: letter === letter.toLowerCase(),
  }));
const due = new Date('2026-11-25T10:00:00Z');
const before = new Date('2026-11-20T02:00:00Z');
const after = new Date('2026-11-25T10:00:01Z');

describe('the due clock', () => {
  it('says plenty, then only, then today', () => {
    expect(readDue(ticks('pnrrrr'), due, before)).toMatchObject({ kind: 'left', count: 4 });
    expect(readDue(ticks('pnrrr'), due, before)).toMatchObject({ kind: 'few', count: 3 });
    expect(readDue(ticks('ppn'), due, before)).toMatchObject({ kind: 'today', tone: 'soon' });
  });

  it('does not count days off', () => {
    expect(readDue(ticks('pnRRrrr'), due, before)).toMatchObject({ count: 3, total: 5 });
  });

  it('is overdue from the moment after, even on the day itself', () => {
    expect(readDue(ticks('ppn'), due, after)).toEqual({ tone: 'over', kind: 'over', count: 0 });
    expect(readDue(ticks('pppoOo'), due, after)).toMatchObject({ count: 2 });
  });
});
