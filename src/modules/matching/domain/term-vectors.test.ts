import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { closenessOf, readTermVectors, segmentTerms } from './term-vectors.ts';

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

describe('readTermVectors', () => {
  it('refuses files that do not belong together, or a broken line', () => {
    expect(() => readTermVectors(terms, bytes.subarray(1))).toThrow('do not fit');
    expect(() => readTermVectors('', new Uint8Array())).toThrow('do not fit');
    expect(() => readTermVectors('水泵\n', new Uint8Array(3))).toThrow('broken');
  });

  it('finds terms of one trade closer than others, the same both ways', () => {
    expect(closenessOf(id('水泵'), id('泵站'), vectors)).toBeGreaterThan(90);
    expect(closenessOf(id('水泵'), id('茶叶'), vectors)).toBeLessThan(50);
    for (const a of vectors.ids.values()) {
      expect(closenessOf(a, a, vectors)).toBe(100);
      for (const b of vectors.ids.values()) {
        const close = closenessOf(a, b, vectors);
        expect(close).toBe(closenessOf(b, a, vectors));
        expect(Math.abs(close)).toBeLessThanOrEqual(100);
      }
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
