import { describe, expect, it } from 'vitest';

import { seededRandom } from '../../../kernel/random.ts';
import { exploreOrder } from './exploration.ts';
import { estimatePositionBias, type Exposure, inversePropensity } from './position-bias.ts';

const looked = (rank: number) => 1 / Math.sqrt(rank);

/** Answers whose candidates are opened by the product of place and relevance. */
function simulated(options: {
  answers: number;
  look?: (rank: number) => number;
  /** How well the score tells what the reader finds. */
  blur?: number;
  margin?: number;
  seed?: number;
}): Exposure[] {
  const { answers, look = looked, blur = 0, margin = 0, seed = 5 } = options;
  const random = seededRandom(seed);
  return Array.from({ length: answers }, (_, answer) => {
    const level = 0.2 + 0.6 * random();
    const ranked = Array.from({ length: 10 }, () => {
      const score = Math.min(0.99, Math.max(0.01, level + 0.3 * (random() - 0.5)));
      return { kind: 'achievement' as const, rank: 0, score };
    })
      .sort((a, b) => b.score - a.score)
      .map((each, at) => ({ ...each, rank: at + 1 }));
    return exploreOrder(ranked, margin, answer).map((each) => {
      const appeal = Math.min(1, Math.max(0, 0.8 * each.score + blur * (random() - 0.5)));
      return { ...each, askId: `ask ${answer}`, acted: random() < look(each.rank) * appeal };
    });
  }).flat();
}

describe('estimating what the place alone does', () => {
  it('recovers a bias that is known, and its interval holds it', () => {
    const bias = estimatePositionBias(simulated({ answers: 4000, blur: 0.2 }), { samples: 60 })!;
    expect(bias.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { rank, propensity } of bias) {
      expect(Math.abs(propensity - looked(rank))).toBeLessThan(0.08);
    }
    const third = bias[2]!;
    expect(third.lo).toBeLessThan(third.propensity);
    expect(third.hi).toBeGreaterThan(third.propensity);
  });

  it('finds none where everybody reads everything, though better ones stand higher', () => {
    const bias = estimatePositionBias(simulated({ answers: 3000, look: () => 0.9 }), {
      samples: 20,
    })!;
    expect(bias.at(-1)!.propensity).toBeGreaterThan(0.85);
  });

  it('is right where chance decided between neighbours', () => {
    const exposures = simulated({ answers: 4000, margin: 1 });
    const drawn = exposures.filter((each) => each.drawn !== undefined);
    expect(drawn.length).toBeGreaterThan(30_000);
    const bias = estimatePositionBias(exposures, { samples: 20 })!;
    for (const { rank, propensity } of bias) {
      expect(Math.abs(propensity - looked(rank))).toBeLessThan(0.08);
    }
  });

  it('never rises with the rank, and says nothing of too few looks', () => {
    const bias = estimatePositionBias(simulated({ answers: 60 }), { samples: 20 })!;
    const values = bias.map(({ propensity }) => propensity);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(estimatePositionBias(simulated({ answers: 5 }))).toBeUndefined();
    expect(estimatePositionBias([])).toBeUndefined();
  });

  it('weighs what was found far down more, within bounds', () => {
    const bias = estimatePositionBias(simulated({ answers: 2000, look: (rank) => rank ** -2 }), {
      samples: 5,
    })!;
    expect(inversePropensity(bias, 1)).toBe(1);
    expect(inversePropensity(bias, 2)).toBeGreaterThan(2);
    expect(inversePropensity(bias, 30)).toBe(5);
    expect(inversePropensity(undefined, 3)).toBe(1);
    expect(inversePropensity(bias, null)).toBe(1);
  });
});

describe('exploring the order', () => {
  const matches = [0.8, 0.79, 0.6, 0.59, 0.3].map((score, at) => ({
    id: `a${at}`,
    kind: 'achievement' as const,
    rank: at + 1,
    score,
  }));
  const experts = [0.7, 0.69].map((score, at) => ({
    id: `e${at}`,
    kind: 'expert' as const,
    rank: at + 1,
    score,
  }));

  it('changes nothing while it is off', () => {
    for (let seed = 0; seed < 20; seed++) expect(exploreOrder(matches, 0, seed)).toEqual(matches);
  });

  it('only changes places of near equals of one kind, about half of the time', () => {
    const moved = new Map<string, number>();
    const drawn = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) {
      const order = exploreOrder([...matches, ...experts], 0.02, seed);
      expect(order.map(({ kind, rank }) => `${kind} ${rank}`)).toEqual(
        [...matches, ...experts].map(({ kind, rank }) => `${kind} ${rank}`),
      );
      for (const [at, { id, drawn: upper }] of order.entries()) {
        if (upper === undefined) continue;
        drawn.set(id, (drawn.get(id) ?? 0) + 1);
        if (id !== [...matches, ...experts][at]!.id) moved.set(id, (moved.get(id) ?? 0) + 1);
      }
    }
    expect([...drawn.keys()].sort()).toEqual(['a0', 'a1', 'a2', 'a3', 'e0', 'e1']);
    for (const [id, times] of drawn) {
      expect(moved.get(id)! / times).toBeGreaterThan(0.38);
      expect(moved.get(id)! / times).toBeLessThan(0.62);
    }
  });
});
