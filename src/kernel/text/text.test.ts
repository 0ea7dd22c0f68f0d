import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readChineseNumeral } from './chinese-numerals.ts';
import { bigrams, indexGrams, isNumber, tokenise, unigrams } from './grams.ts';
import { normaliseText, originalRange } from './normalise.ts';
import { pinyinSortKey } from './pinyin.ts';
import { segmentWords } from './words.ts';

const mixed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('铝', '合金', 'ＡＢ', 'μm', '℃', '③', 'ﬁ', '𠮷', '，', ' ', '3.5', '㎡', 'é'),
    )
    .map((p) => p.join('')),
);

describe('normaliseText', () => {
  it('makes full width and compatibility forms plain', () => {
    expect(normaliseText('ＡＢＣ１２％ ㎜').text).toBe('abc12% mm');
    expect(normaliseText('50ＭＷ', { keepCase: true }).text).toBe('50MW');
  });

  it('does not turn a power into a number', () => {
    expect(normaliseText('10³倍').text).toBe('10³倍');
  });

  it('knows for every stretch where it came from', () => {
    const text = '约5㎜²，ﬁne';
    const normalised = normaliseText(text);
    const at = normalised.text.indexOf('mm');
    expect(text.slice(...Object.values(originalRange(normalised, at, at + 2)))).toBe('㎜');
  });

  it('maps every unit to a stretch inside the original, in order', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const { text: plain, from, to } = normaliseText(text);
        expect(from).toHaveLength(plain.length);
        let last = 0;
        for (let i = 0; i < plain.length; i++) {
          expect(from[i]).toBeGreaterThanOrEqual(last);
          expect(to[i]).toBeGreaterThan(from[i]!);
          last = from[i]!;
        }
        expect(to.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('reads each character with its marks in compatibility form, powers aside', () => {
    const pieces = fc.constantFrom(
      '铝',
      'Ａ',
      'b',
      '\u0301',
      'か',
      '\u3099',
      '㎡',
      '³',
      'ⅷ',
      '，',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const each = (text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [])
          .map((cluster) => (cluster.startsWith('³') ? cluster : cluster.normalize('NFKC')))
          .join('');
        expect(normaliseText(text, { keepCase: true }).text).toBe(each);
        expect(normaliseText(text).text).toBe(each.toLowerCase());
      }),
    );
  });
});

describe('grams', () => {
  it('keeps Latin words and numbers whole and pairs Han characters inside a run', () => {
    const tokens = tokenise('QFN焊盘，空洞率5.2%');
    expect(unigrams(tokens)).toEqual(['qfn', '焊', '盘', '空', '洞', '率', '5.2']);
    expect(bigrams(tokens)).toEqual(['qfn', '焊盘', '空洞', '洞率', '5.2']);
    expect(isNumber('5.2')).toBe(true);
    expect(indexGrams('QFN焊盘，泵')).toBe('焊 盘 qfn 焊盘 泵');
  });

  it('gives the same grams in full and half width', () => {
    expect(indexGrams('ＱＦＮ焊盘')).toBe(indexGrams('qfn焊盘'));
  });

  it('gives tokens whose offsets return their text', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        for (const token of tokenise(text)) {
          expect(normaliseText(text.slice(token.start, token.end)).text).toContain(token.text);
        }
      }),
    );
  });
});

describe('words', () => {
  it('segments Chinese without punctuation and gives offsets', () => {
    const words = segmentWords('铝合金，温度');
    expect(words.map((word) => word.text).join('')).toBe('铝合金温度');
    expect(words.at(-1)).toEqual({ text: '温度', start: 4, end: 6 });
  });
});

describe('readChineseNumeral', () => {
  it.each([
    ['三十', 30, 30],
    ['十二', 12, 12],
    ['一百五六十', 150, 160],
    ['两千', 2000, 2000],
    ['一百零五', 105, 105],
    ['一百五', 150, 150],
    ['三万五', 35_000, 35_000],
    ['六七', 6, 7],
    ['十几', 11, 19],
    ['几十', 20, 90],
    ['半', 0.5, 0.5],
    ['百万', 1e6, 1e6],
  ])('reads %s', (text, min, max) => {
    expect(readChineseNumeral(text)).toEqual({ min, max });
  });

  it('refuses what is no number', () => {
    expect(readChineseNumeral('七二')).toBeUndefined();
    expect(readChineseNumeral('个')).toBeUndefined();
  });
});

describe('pinyinSortKey', () => {
  it('sorts names as they are said', async () => {
    const names = ['张伟', '重庆', '安徽', 'Bosch', '李四'];
    const keys = await Promise.all(
      names.map(async (name) => [await pinyinSortKey(name), name] as const),
    );
    const sorted = keys.sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, name]) => name);
    expect(sorted).toEqual(['安徽', 'Bosch', '重庆', '李四', '张伟']);
  });
});
