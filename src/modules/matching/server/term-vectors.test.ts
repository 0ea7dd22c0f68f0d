import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { defaultBackground } from '../domain/background.ts';
import type { Offer } from '../domain/match.ts';
import { createRanker, type Ranker } from '../domain/rank.ts';
import { loadTermVectors } from './load-term-vectors.ts';

const background = defaultBackground();
const plain = createRanker(background);
let ranker: Ranker;

beforeAll(async () => {
  ranker = createRanker(background, { vectors: await loadTermVectors(), remember: 4 });
});

function achievement(id: string, title: string, abstract: string): Offer {
  return { id, kind: 'achievement', title, fields: { title, abstract, keywords: '' } };
}

const stroke = achievement('stroke', '脑卒中患者居家训练', '居家训练，给出分级。');
const bone = achievement('bone', '骨折患者居家训练', '居家训练，给出分级。');
const library = [
  bone,
  stroke,
  achievement('sewage', '印染废水脱色回用', '臭氧与膜联用，废水回用率提高。'),
  achievement('tea', '夏秋绿茶提香加工', '短时萎凋与滚筒杀青，香气评分提高4分。'),
];

describe('ranking with the vectors of the product', () => {
  it('of two that share the same words, prefers another name of the thing', () => {
    const ask = { text: '中风的患者出了院，在家里怎么训练？' };
    const scores = (by: Ranker) =>
      Object.fromEntries(by.scoreOffers(ask, library).map(({ id, score }) => [id, score]));
    const before = scores(plain);
    const after = scores(ranker);
    expect(Math.abs(before['stroke']! - before['bone']!)).toBeLessThan(0.02);
    expect(after['stroke']! - after['bone']!).toBeGreaterThan(0.03);
  });

  it.each(['', '你好', '我们想要的和希望的都在这里', '12345 67 8', '航天器对接机构磁悬浮'])(
    'finds nothing for “%s”, where there is nothing to find',
    (text) => {
      expect(ranker.rankOffers({ text }, library)).toEqual({ matches: [], nearMisses: [] });
    },
  );

  it('a new listing, or what was asked before, changes no score of the others', () => {
    const piece = fc.constantFrom(
      '废水',
      '患者',
      '中风',
      '脱色',
      '香气',
      '，',
      '装置',
      'QFN',
      '的',
    );
    const prose = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(prose, fc.array(prose, { maxLength: 4 }), (text, texts) => {
        const offers = texts.map((each, n) => achievement(`o${n}`, '', each));
        const alone = ranker.scoreOffers({ text }, offers);
        const among = ranker.scoreOffers({ text }, [...library, ...offers]);
        expect(among.filter(({ id }) => id.startsWith('o'))).toEqual(alone);
        for (const { score } of alone) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThan(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
