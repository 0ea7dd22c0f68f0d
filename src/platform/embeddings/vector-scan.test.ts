import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine } from './embeddings.ts';
import { createVectorScan } from './vector-scan.ts';

const unit = (numbers: number[]): Float32Array => {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (value) => value / length);
};
const direction = fc
  .array(fc.integer({ min: -100, max: 100 }), { minLength: 8, maxLength: 8 })
  .filter((numbers) => numbers.some((value) => value !== 0))
  .map(unit);

describe('a scan of vectors', () => {
  it('finds what an exact comparison finds, whatever came and went', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.option(direction)), {
          maxLength: 200,
        }),
        direction,
        async (steps, question) => {
          const scan = createVectorScan();
          const kept = new Map<string, Float32Array>();
          for (const [number, vector] of steps) {
            const id = String(number);
            if (vector) {
              scan.put('a', id, vector);
              kept.set(id, vector);
            } else {
              scan.remove('a', id);
              kept.delete(id);
            }
          }
          expect(scan.size).toBe(kept.size);
          const found = await scan.search('a', question, { limit: 1_000, least: -2 });
          expect(found.map(({ id }) => id).sort()).toEqual([...kept.keys()].sort());
          for (const each of found) {
            expect(each.cosine).toBeCloseTo(cosine(question, kept.get(each.id)!)!, 1);
          }
          const order = found.map((each) => each.cosine);
          expect(order).toEqual(order.toSorted((a, b) => b - a));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps kinds apart, gives the nearest only, and takes no more than there is room for', async () => {
    const scan = createVectorScan(6);
    expect(scan.put('a', '1', unit([1, 0]))).toBe(true);
    expect(scan.put('a', '2', unit([0, 1]))).toBe(true);
    expect(scan.put('b', '3', unit([1, 0]))).toBe(true);
    expect(scan.put('b', '4', unit([1, 0]))).toBe(false);
    expect(scan.put('a', '1', unit([1, 1])), 'what is there can change').toBe(true);
    const found = await scan.search('a', unit([1, 0]), { limit: 5, least: 0.5 });
    expect(found.map(({ id }) => id)).toEqual(['1']);
  });
});
