import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/kernel/random.ts';
import { multiplySparse, multiplyTurned, type SparseMatrix, transposedSparse } from './matrices.ts';
import { truncatedSvd } from './truncated-svd.ts';

const SIZE = 16;
/** Sixteen directions at right angles: signs of Walsh, each of length 1. */
const direction = (k: number, i: number): number => {
  let common = k & i;
  let sign = 1;
  for (; common > 0; common &= common - 1) sign = -sign;
  return sign / Math.sqrt(SIZE);
};

function sparseOf(rows: number[][]): SparseMatrix {
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const [column, value] of row.entries()) {
      if (value === 0) continue;
      columns.push(column);
      values.push(value);
    }
    starts.push(columns.length);
  }
  return {
    size: rows.length,
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
  };
}

describe('the truncated singular value decomposition', () => {
  const strengths = [9, 6, 4, 0.5, 0.25];
  const rows = Array.from({ length: SIZE }, (_, i) =>
    Array.from({ length: SIZE }, (_, j) =>
      strengths.reduce((sum, s, k) => sum + s * direction(k + 1, i) * direction(15 - k, j), 0),
    ),
  );

  it('finds the strongest directions, each by the square root of its strength', () => {
    const found = truncatedSvd(sparseOf(rows), 3, seededRandom(1));
    for (const [k, strength] of strengths.slice(0, 3).entries()) {
      const column = Array.from({ length: SIZE }, (_, i) => found.values[i * 3 + k]!);
      const along = column.reduce((sum, value, i) => sum + value * direction(k + 1, i), 0);
      const all = Math.hypot(...column);
      expect(Math.abs(along)).toBeCloseTo(Math.sqrt(strength), 4);
      expect(all).toBeCloseTo(Math.sqrt(strength), 4);
    }
  });

  it('leaves directions empty that the matrix does not have', () => {
    const one = sparseOf(rows.map((_, i) => rows.map((_, j) => (i === 0 && j === 0 ? 4 : 0))));
    const found = truncatedSvd(one, 3, seededRandom(1));
    expect(Math.abs(found.values[0]!)).toBeCloseTo(2, 5);
    expect([...found.values].every(Number.isFinite)).toBe(true);
    expect(Math.hypot(...found.values.slice(1))).toBeCloseTo(0, 4);
  });
});

describe('products of matrices', () => {
  const number = fc.integer({ min: -4, max: 4 });
  it('are those of the definition, whatever the shape', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 19 }),
        fc.infiniteStream(number),
        (size, width, numbers) => {
          const next = () => numbers.next().value as number;
          const rows = Array.from({ length: size }, () => Array.from({ length: size }, next));
          const dense = {
            rows: size,
            columns: width,
            values: Float32Array.from({ length: size * width }, next),
          };
          const sparse = sparseOf(rows);
          const plain = (turned: boolean) =>
            rows.flatMap((_, i) =>
              Array.from({ length: width }, (_, d) =>
                rows.reduce(
                  (sum, _, j) =>
                    sum + (turned ? rows[j]![i]! : rows[i]![j]!) * dense.values[j * width + d]!,
                  0,
                ),
              ),
            );
          const positive = (values: Iterable<number>) => Array.from(values, (value) => value + 0);
          expect(positive(multiplySparse(sparse, dense).values)).toEqual(positive(plain(false)));
          expect(positive(multiplySparse(transposedSparse(sparse), dense).values)).toEqual(
            positive(plain(true)),
          );
          const between = multiplyTurned(dense, dense, 2).values;
          const expected = rows.flatMap((_, i) =>
            rows.map((_, j) => {
              let sum = 0;
              for (let d = 0; d < width; d++) {
                sum += 2 * dense.values[i * width + d]! * dense.values[j * width + d]!;
              }
              return sum;
            }),
          );
          expect(positive(between)).toEqual(positive(expected));
        },
      ),
    );
  });
});
