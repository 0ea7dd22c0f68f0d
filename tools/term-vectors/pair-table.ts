/** Share of the slots in use at which the table is made larger. */
const FULL = 0.6;

/** Sums for unordered pairs of `terms` numbers: open addressing, 8 bytes a slot, at most 92,681 terms. */
export class PairTable {
  terms: number;
  /** Number of the pair and 1; 0 is an empty slot. */
  #keys: Uint32Array;
  #sums: Float32Array;
  #size = 0;

  constructor(terms: number) {
    if ((terms * (terms + 1)) / 2 >= 0xffff_ffff)
      throw new RangeError(`${terms} terms are too many.`);
    this.terms = terms;
    this.#keys = new Uint32Array(1 << 16);
    this.#sums = new Float32Array(1 << 16);
  }

  /** Number of different pairs. */
  get size(): number {
    return this.#size;
  }

  add(a: number, b: number, value: number): void {
    const i = a < b ? a : b;
    const j = a < b ? b : a;
    const key = (j * (j + 1)) / 2 + i + 1;
    const slot = slotOf(key, this.#keys);
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = key;
      this.#size++;
    }
    this.#sums[slot]! += value;
    if (this.#size > FULL * this.#keys.length) this.#grow();
  }

  /** Each pair with its sum, the smaller number first. */
  each(take: (i: number, j: number, sum: number) => void): void {
    for (let slot = 0; slot < this.#keys.length; slot++) {
      const pair = this.#keys[slot]! - 1;
      if (pair < 0) continue;
      let j = Math.floor((Math.sqrt(8 * pair + 1) - 1) / 2);
      if ((j * (j + 1)) / 2 > pair) j--;
      else if (((j + 1) * (j + 2)) / 2 <= pair) j++;
      take(pair - (j * (j + 1)) / 2, j, this.#sums[slot]!);
    }
  }

  #grow(): void {
    const keys = this.#keys;
    const sums = this.#sums;
    this.#keys = new Uint32Array(keys.length * 2);
    this.#sums = new Float32Array(keys.length * 2);
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot]!;
      if (key === 0) continue;
      const to = slotOf(key, this.#keys);
      this.#keys[to] = key;
      this.#sums[to] = sums[slot]!;
    }
  }
}

/** Where the key stands, or the empty slot where it would. */
function slotOf(key: number, keys: Uint32Array): number {
  const mask = keys.length - 1;
  let hash = Math.imul(key ^ (key >>> 16), 0x45d9f3b);
  hash ^= hash >>> 15;
  let slot = hash & mask;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}
