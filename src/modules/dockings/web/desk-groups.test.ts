import { expect, it } from 'vitest';
import { deskGroupOf } from './desk-groups.ts';

const now = new Date('2026-11-20T02:00:00Z');
const at = (due: string, standing: 'left' | 'soon' | 'today' | 'overdue') => ({
  turn: 'broker' as const,
  due: { at: due, startedAt: due, standing, workingDays: 0, ticks: [] },
  pause: null,
});

it.each([
  ['overdue', at('2026-11-18T10:00:00Z', 'overdue')],
  // The list was read before six; it is past six now.
  ['overdue', at('2026-11-20T01:59:00Z', 'today')],
  ['today', at('2026-11-20T10:00:00Z', 'today')],
  ['week', at('2026-11-25T10:00:00Z', 'left')],
  ['later', at('2026-12-25T10:00:00Z', 'left')],
  ['later', { turn: 'broker' as const, due: null, pause: null }],
  [
    'paused',
    {
      turn: 'broker' as const,
      due: null,
      pause: {
        since: '2026-11-18T02:00:00Z',
        until: '2026-12-01',
        reasonCode: 'site' as const,
        words: '等停机检修。',
        byName: '罗予安',
      },
    },
  ],
  ['ended', { turn: null, due: null, pause: null }],
])('stands among the urgent where its due time puts it: %s', (group, docking) => {
  expect(deskGroupOf(docking, now)).toBe(group);
});
