import { describe, expect, it } from 'vitest';
import { GAP, wordCutter } from './cut-words.ts';
import { NO_TERM, PARAGRAPH_END, WordStream } from './vocabulary.ts';

describe('cutting words', () => {
  it('keeps trade words whole', () => {
    expect(wordCutter([])('刀具后刀面磨损')).not.toContain('后刀面磨损');
    expect(wordCutter(['后刀面磨损'])('刀具后刀面磨损')).toContain('后刀面磨损');
  });

  it('leaves gaps for numbers and signs, and none for spaces', () => {
    expect(wordCutter([])('机床 主轴：“转速”3000')).toEqual([
      '机床',
      '主轴',
      GAP,
      '转速',
      GAP,
      GAP,
    ]);
  });
});

describe('the vocabulary', () => {
  const paragraphs = [
    ['机床', '主轴', GAP, '机床'],
    ['主轴', '机床', '的', '刀具'],
  ];
  const take = (tradeWords: string[], size: { most: number; leastCount: number }) => {
    const words = new WordStream();
    for (const paragraph of paragraphs) words.addParagraph(paragraph);
    return words.finish(tradeWords, size);
  };

  it('has the frequent words, most frequent first', () => {
    const { vocabulary } = take([], { most: 2, leastCount: 1 });
    expect(vocabulary).toEqual({ terms: ['机床', '主轴'], counts: [3, 2] });
    expect(take([], { most: 9, leastCount: 2 }).vocabulary.terms).toEqual(['机床', '主轴']);
  });

  it('has every trade word beyond that, as if it stood in the texts five times', () => {
    const { vocabulary } = take(['漏气', '刀具', '漏气'], { most: 2, leastCount: 2 });
    expect(vocabulary).toEqual({ terms: ['机床', '主轴', '漏气', '刀具'], counts: [3, 2, 5, 5] });
  });

  it('gives the texts in its numbers', () => {
    const { stream } = take([], { most: 2, leastCount: 1 });
    const first = [0, 1, NO_TERM, 0, PARAGRAPH_END];
    const second = [1, 0, NO_TERM, NO_TERM, PARAGRAPH_END];
    expect([...stream]).toEqual([...first, ...second]);
  });

  it('of texts that say nothing is refused', () => {
    expect(() => new WordStream().finish([], { most: 9, leastCount: 1 })).toThrow('too few words');
  });
});
