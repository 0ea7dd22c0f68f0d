import { describe, expect, it } from 'vitest';

import { createBm25 } from './baselines.ts';
import { benchTask } from './bench-task.ts';
import { bootstrap, readQrels, scoreQuery, scoreRun, writeTrecRun } from './metrics.ts';

describe('metrics', () => {
  const grades = new Map([
    ['a', 3],
    ['b', 1],
    ['c', 0],
  ]);

  it('scores a ranking as computed by hand', () => {
    // Gains 0, 7, 1 at ranks 1 to 3 against 7, 1 at best.
    const ideal = 7 + 1 / Math.log2(3);
    const scores = scoreQuery(grades, ['x', 'a', 'b']);
    expect(scores['nDCG@10']).toBeCloseTo((7 / Math.log2(3) + 1 / 2) / ideal, 12);
    expect(scores).toMatchObject({ 'Recall@10': 1, 'MRR@10': 0.5, 'success@5': 1 });
  });

  it('does not look beyond its depth', () => {
    const late = [...Array.from({ length: 10 }, (_, n) => `x${n}`), 'a'];
    expect(scoreQuery(grades, late)).toEqual({
      'nDCG@10': 0,
      'Recall@10': 0,
      'Recall@50': 0.5,
      'MRR@10': 0,
      'success@5': 0,
    });
  });

  it('counts every judged query, also one that was not answered, and leaves out those without an answer', () => {
    const qrels = readQrels('q1 0 a 3\nq2 0 b 1\nq3 0 c 0\n');
    expect([...qrels.keys()]).toEqual(['q1', 'q2']);
    expect(scoreRun(qrels, new Map([['q1', ['a']]]))['nDCG@10'].mean).toBe(0.5);
  });

  it('gives the same interval every time, around the mean', () => {
    const values = [0, 1, 1, 0, 1, 1, 1, 0, 1, 1];
    const { mean, lo, hi } = bootstrap(values);
    expect(mean).toBe(0.7);
    expect(bootstrap(values)).toEqual({ mean, lo, hi });
    expect(lo).toBeGreaterThanOrEqual(0.3);
    expect(lo).toBeLessThanOrEqual(0.5);
    expect(hi).toBeGreaterThanOrEqual(0.9);
    expect(bootstrap([1, 1])).toEqual({ mean: 1, lo: 1, hi: 1 });
  });

  it('writes runs that any TREC scorer reads in our order', () => {
    expect(writeTrecRun(new Map([['q', ['b', 'a']]]), 'x')).toBe('q Q0 b 1 2 x\nq Q0 a 2 1 x\n');
  });
});

describe('benchTask', () => {
  it('asks only what was judged and scores the answers', async () => {
    const search = createBm25(
      [
        { id: 'a', text: '压铸 漏气' },
        { id: 'b', text: '竹材' },
      ],
      (text) => text.split(' '),
    );
    const { run, scores } = await benchTask({
      queries: [
        { id: 'q', text: '漏气' },
        { id: 'unjudged', text: '竹材' },
      ],
      answer: async ({ text }) => search(text),
      qrels: readQrels('q 0 a 2'),
    });
    expect([...run]).toEqual([['q', ['a']]]);
    expect(scores['nDCG@10'].mean).toBe(1);
  });
});
