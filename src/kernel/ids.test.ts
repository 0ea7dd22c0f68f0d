import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, newId } from './ids.ts';

describe('an id', () => {
  it('is a UUID of version 7 whose first 48 bits are the moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (moment) => {
        const id = newId(moment);
        expect(isId(id)).toBe(true);
        expect(id[14]).toBe('7');
        expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(moment);
      }),
    );
  });

  it('sorts after every id made before it in the same millisecond', () => {
    const ids = Array.from({ length: 20_000 }, () => newId(1_700_000_000_000));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
