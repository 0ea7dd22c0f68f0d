import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { givenEnterprise, givenPublishedAchievement } from '../../../../tests/support/people.ts';
import { defaultBackground } from '../domain/background.ts';
import { offerReading } from '../domain/features.ts';
import type { Ask, Offer } from '../domain/match.ts';
import { shippedModel } from '../domain/model.ts';
import { createRanker, type Ranker, readQuestion, saysEnough } from '../domain/rank.ts';
import { packReading, unpackReading } from '../domain/reading-bytes.ts';
import { createShelf, type Shelf } from '../domain/shelf.ts';
import type { TermVectors } from '../domain/term-vectors.ts';
import { loadTermVectors } from './load-term-vectors.ts';

const background = defaultBackground();
let vectors: TermVectors;
let ranker: Ranker;

beforeAll(async () => {
  vectors = await loadTermVectors();
  ranker = createRanker(background, { vectors });
});

function achievement(id: string, abstract: string): Offer {
  return { id, kind: 'achievement', title: '', fields: { title: '', abstract, keywords: '' } };
}

function put(shelf: Shelf, offer: Offer, version = 1): void {
  const bytes = packReading(offerReading(offer, vectors));
  shelf.put({ id: offer.id, version, industryCode: null }, unpackReading(bytes));
}

function order(shelf: Shelf, ask: Ask): { id: string; score: number }[] {
  const needs = readQuestion(ask, background, vectors).filter(saysEnough);
  return shelf.rank(needs, shippedModel, 1000);
}

describe('a shelf', () => {
  it('has the order and the scores of ranking, whatever was changed and taken away before', () => {
    const piece = fc.constantFrom(
      '废水脱色',
      '中风患者',
      '脑卒中',
      '膜蒸馏',
      '香气',
      '，',
      '装置',
      'QFN',
      '焊点空洞',
      '的',
      '𠮷',
    );
    const prose = fc.array(piece, { maxLength: 10 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        prose,
        fc.array(fc.tuple(fc.nat(5), prose, fc.nat(3)), { maxLength: 20 }),
        (text, steps) => {
          const shelf = createShelf('achievement', vectors);
          const kept = new Map<string, { offer: Offer; version: number }>();
          for (const [n, words, version] of steps) {
            const id = `a${n}`;
            const offer = achievement(id, words);
            if (words === '') {
              shelf.remove(id);
              kept.delete(id);
            } else {
              put(shelf, offer, version);
              if ((kept.get(id)?.version ?? 0) <= version) kept.set(id, { offer, version });
            }
          }
          const offers = [...kept.values()].map(({ offer }) => offer);
          const scores = new Map(
            ranker.scoreOffers({ text }, offers).map(({ id, score }) => [id, score]),
          );
          const found = order(shelf, { text });
          expect(new Set(found.map(({ id }) => id))).toEqual(new Set(scores.keys()));
          for (const { id, score } of found) expect(score).toBeCloseTo(scores.get(id)!, 2);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('misses none of the best among thousands, though the commonest words are counted for few', () => {
    const shelf = createShelf('achievement', vectors);
    const filler = '研究了系统的控制方法与数据分析，提高了材料的性能和设备的稳定性';
    for (let n = 0; n < 9000; n++) put(shelf, achievement(`x${n}`, `${filler}${n % 7}号。`));
    const text = '研究系统控制方法，压铸件漏气';
    put(shelf, achievement('best', '压铸件漏气的浸渗控制方法研究'));
    put(shelf, achievement('other', '铸件气密性检测'));
    const [first, second] = order(shelf, { text });
    expect([first?.id, second?.id]).toEqual(['best', 'other']);
    const exact = ranker.scoreOffers({ text }, [
      achievement('best', '压铸件漏气的浸渗控制方法研究'),
    ]);
    expect(first!.score).toBeCloseTo(exact[0]!.score, 2);
  });
});

describe('answers from the shelf', () => {
  it('show a listing as it was changed last, and none that was taken down', async () => {
    const test: TestApp = await startTestApp();
    try {
      const holder = await givenEnterprise(test);
      const ask = async (text: string) => {
        const answer = await test.api().matching.ask({ text, preview: true });
        return answer.matches.map(({ title }) => title);
      };
      const title = '竹材热压防霉处理';
      const listed = await givenPublishedAchievement(holder, {
        title,
        abstract: '热压与铜唑复配，竹材放两年不长霉。',
      });
      await test.settle();
      expect(await ask('竹材发霉怎么办，想防霉')).toEqual([title]);
      await holder.api.exchange.withdrawAchievement({
        id: listed.id,
        version: listed.version,
        words: '这项技术暂时不再对外提供。',
      });
      expect(await ask('竹材发霉怎么办，想防霉'), 'before the index knows').toEqual([]);
      await test.settle();
      expect(await ask('竹材发霉怎么办，想防霉')).toEqual([]);
    } finally {
      await test.close();
    }
  });
});
