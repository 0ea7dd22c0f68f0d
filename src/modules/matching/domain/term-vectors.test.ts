import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Meaning } from './meaning.ts';
import { nearTermsScale } from './near-terms.ts';
import { readTermVectors, segmentTerms } from './term-vectors.ts';

/** 水泵 and 泵站 point one way, 茶叶 another; the common word 的 a third. */
const names = ['的', '水泵', '泵站', '茶叶', '泵', '加工', '加工中心'];
const counts = [100000, 10, 10, 10, 20, 30, 5];
const directions = [
  [0, 0, 100],
  [120, 10, 0],
  [110, 20, 0],
  [-10, 120, 0],
  [100, 0, 20],
  [10, 10, 90],
  [20, 0, 100],
];
const terms = names.map((name, n) => `${name}\t${counts[n]}\n`).join('');
const bytes = new Uint8Array(Int8Array.from(directions.flat()).buffer);
const vectors = readTermVectors(terms, bytes);
const id = (name: string) => vectors.ids.get(name)!;
/** How near an offer of one term comes to a question of one. */
function closeness(asked: string, offered: string): number {
  const ask: Meaning = {
    terms: Int32Array.of(id(asked)),
    weights: Float32Array.of(1),
    whole: new Float32Array(3),
  };
  return nearTermsScale(ask, vectors)(Int32Array.of(id(offered)), 0, 1);
}

describe('readTermVectors', () => {
  it('refuses files that do not belong together, or a broken line', () => {
    expect(() => readTermVectors(terms, bytes.subarray(1))).toThrow('do not fit');
    expect(() => readTermVectors('', new Uint8Array())).toThrow('do not fit');
    expect(() => readTermVectors('水泵\n', new Uint8Array(3))).toThrow('broken');
  });

  it('finds terms of one trade closer than others, the same both ways', () => {
    expect(closeness('水泵', '泵站')).toBeGreaterThan(0.9);
    expect(closeness('水泵', '茶叶')).toBe(0);
    for (const a of names.slice(1)) {
      expect(closeness(a, a)).toBe(1);
      for (const b of names.slice(1)) expect(closeness(a, b)).toBe(closeness(b, a));
    }
  });

  it('lets a common word say nothing', () => {
    expect(vectors.telling[id('的')]).toBe(0);
    expect(vectors.telling[id('加工中心')]).toBeGreaterThan(0.5);
  });
});

describe('segmentTerms', () => {
  const cut = (text: string) =>
    segmentTerms(text, vectors).map(({ start, end }) => text.slice(start, end));

  it('takes the longer term, and passes over what it does not know', () => {
    expect(cut('新加工中心的水泵X坏了')).toEqual(['加工中心', '的', '水泵']);
    expect(cut('')).toEqual([]);
  });

  it('gives places inside the text, in order, apart from each other', () => {
    const piece = fc.constantFrom(...names, '㈱', 'Ｘ', '😀', '，', '①', ' ', 'ﬁ');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 15 }).map((parts) => parts.join('')),
        (text) => {
          let last = 0;
          for (const term of segmentTerms(text, vectors)) {
            expect(term.start).toBeGreaterThanOrEqual(last);
            expect(text.slice(term.start, term.end)).toBe(names[term.id]);
            last = term.end;
          }
        },
      ),
    );
  });
});
