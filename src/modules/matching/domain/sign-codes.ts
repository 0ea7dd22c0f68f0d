import { seededRandom } from '../../../kernel/random.ts';

/**
 * Vectors as bits, so that those near each other are found without multiplying: the signs of
 * projections onto random directions. Two vectors at the angle a differ in about a/π of the bits
 * (Charikar 2002). The directions are those of a Hadamard matrix with random signs, which costs
 * n log n instead of n².
 */
export const CODE_BITS = 256;
const SEED = 20261121;

/** Makes the code of the `dimensions` values that begin at `from`, `CODE_BITS / 32` words long. */
export type SignCoder = (
  values: ArrayLike<number>,
  from: number,
  into: Uint32Array,
  at: number,
) => void;

export function createSignCoder(dimensions: number): SignCoder {
  const width = Math.max(CODE_BITS, 2 ** Math.ceil(Math.log2(dimensions)));
  const random = seededRandom(SEED);
  const signs = Float32Array.from({ length: dimensions }, () => (random() < 0.5 ? -1 : 1));
  const work = new Float32Array(width);
  return (values, from, into, at) => {
    work.fill(0, dimensions);
    for (let d = 0; d < dimensions; d++) work[d] = values[from + d]! * signs[d]!;
    for (let half = 1; half < width; half *= 2) {
      for (let block = 0; block < width; block += 2 * half) {
        for (let i = block; i < block + half; i++) {
          const a = work[i]!;
          const b = work[i + half]!;
          work[i] = a + b;
          work[i + half] = a - b;
        }
      }
    }
    for (let word = 0; word < CODE_BITS / 32; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++) if (work[word * 32 + bit]! > 0) bits |= 1 << bit;
      into[at + word] = bits;
    }
  };
}

/** How many bits are set. */
export function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
