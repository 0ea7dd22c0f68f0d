import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createByteRows } from './byte-rows.ts';

const byte = fc.integer({ min: -128, max: 127 });
const vectorsOf = (dimensions: number) =>
  fc.array(fc.array(byte, { minLength: dimensions, maxLength: dimensions }), { minLength: 1 });

it('gives the dot product of a vector with each row, whatever their number and width', () => {
  const rowsAndOwn = fc
    .integer({ min: 1, max: 70 })
    .chain((dimensions) => fc.tuple(vectorsOf(dimensions), vectorsOf(dimensions)));
  fc.assert(
    fc.property(rowsAndOwn, ([vectors, [own]]) => {
      // Room for one, so that it grows on the way.
      const rows = createByteRows(own!.length, 1);
      vectors.forEach((values, at) => rows.set(at, Int8Array.from(values)));
      const expected = vectors.map((values) =>
        values.reduce((sum, value, d) => sum + value * own![d]!, 0),
      );
      expect([...rows.dots(Int8Array.from(own!), vectors.length)]).toEqual(expected);
      expect([...rows.row(vectors.length - 1)]).toEqual(vectors.at(-1));
    }),
  );
});
