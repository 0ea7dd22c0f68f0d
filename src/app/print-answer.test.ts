import { expect, it } from 'vitest';
import { printAnswer } from './print-answer.ts';

it('an answer that was made without a server says so before everything else', () => {
  const [first] = printAnswer({
    asked: {
      title: '',
      text: '漏油',
      reading: { wanted: 'technology', evidence: null, needs: [], countedLess: [] },
    },
    matches: [],
    nearMisses: [],
    read: { achievements: 3, experts: 1, asOf: '2026-11-23T02:00:00.000Z' },
    model: '1',
    notices: ['embeddings.away'],
  }).split('\n');
  expect(first).toContain('语义服务这会儿连不上');
});
