/**
 * In which places each gram occurs and how often, in memory: blocks of one pool of numbers, each
 * gram's blocks linked. An entry is a place (24 bits) and a count (8 bits). Nothing is taken out;
 * whoever forgets a place has to know that it is dead.
 */
const PAGE = 2 ** 18;
const FIRST_BLOCK = 4;
const LARGEST_BLOCK = 1024;
/** Places that fit an entry. */
export const MOST_PLACES = 2 ** 24;

export type Postings = {
  /** In how many places a gram occurs, dead ones counted. */
  count: (gram: number) => number;
  add: (gram: number, place: number, count: number) => void;
  /** Calls back with runs of entries: `entries[from..to)`, place in the upper 24 bits. */
  each: (gram: number, use: (entries: Uint32Array, from: number, to: number) => void) => void;
};

export function createPostings(): Postings {
  // A block: where the next one is, then the entries. The table: gram, first block, last block,
  // entries in the last block, size of the last block.
  const pages: Uint32Array[] = [];
  let nextFree = PAGE;
  let mask = 2 ** 16 - 1;
  let used = 0;
  let keys = new Uint32Array(mask + 1);
  let heads = new Uint32Array(mask + 1);
  let tails = new Uint32Array(mask + 1);
  let filled = new Uint16Array(mask + 1);
  let sizes = new Uint16Array(mask + 1);
  let counts = new Uint32Array(mask + 1);

  function slotOf(table: Uint32Array, owned: Uint32Array, gram: number): number {
    let at = Math.imul(gram, 0x9e3779b1);
    at = (at ^ (at >>> 15)) & mask;
    while (owned[at] !== 0 && table[at] !== gram) at = (at + 1) & mask;
    return at;
  }

  /** A block's address; 0 is none, so that the first word of all stays unused. */
  function allot(size: number): number {
    if (nextFree + size + 1 > pages.length * PAGE) {
      pages.push(new Uint32Array(PAGE));
      nextFree = (pages.length - 1) * PAGE + (pages.length === 1 ? 1 : 0);
    }
    const address = nextFree;
    nextFree += size + 1;
    return address;
  }

  function grow(): void {
    const [k, h, t, f, s, c] = [keys, heads, tails, filled, sizes, counts];
    mask = mask * 2 + 1;
    keys = new Uint32Array(mask + 1);
    heads = new Uint32Array(mask + 1);
    tails = new Uint32Array(mask + 1);
    filled = new Uint16Array(mask + 1);
    sizes = new Uint16Array(mask + 1);
    counts = new Uint32Array(mask + 1);
    for (let old = 0; old < h.length; old++) {
      if (h[old] === 0) continue;
      const at = slotOf(keys, heads, k[old]!);
      keys[at] = k[old]!;
      heads[at] = h[old]!;
      tails[at] = t[old]!;
      filled[at] = f[old]!;
      sizes[at] = s[old]!;
      counts[at] = c[old]!;
    }
  }

  return {
    count: (gram) => counts[slotOf(keys, heads, gram)]!,
    add(gram, place, count) {
      let at = slotOf(keys, heads, gram);
      if (heads[at] === 0) {
        if (used * 2 > mask) {
          grow();
          at = slotOf(keys, heads, gram);
        }
        used++;
        keys[at] = gram;
        sizes[at] = FIRST_BLOCK;
        tails[at] = allot(FIRST_BLOCK);
        heads[at] = tails[at]!;
        filled[at] = 0;
      } else if (filled[at] === sizes[at]) {
        sizes[at] = Math.min(LARGEST_BLOCK, sizes[at]! * 2);
        const block = allot(sizes[at]!);
        const last = tails[at]!;
        pages[Math.floor(last / PAGE)]![last % PAGE] = block;
        tails[at] = block;
        filled[at] = 0;
      }
      counts[at]!++;
      const address = tails[at]! + 1 + filled[at]!++;
      pages[Math.floor(address / PAGE)]![address % PAGE] = (place << 8) | Math.min(255, count);
    },
    each(gram, use) {
      const at = slotOf(keys, heads, gram);
      let block = heads[at]!;
      let size = FIRST_BLOCK;
      while (block !== 0) {
        const page = pages[Math.floor(block / PAGE)]!;
        const from = (block % PAGE) + 1;
        const next = page[from - 1]!;
        use(page, from, from + (block === tails[at] ? filled[at]! : size));
        block = next;
        size = Math.min(LARGEST_BLOCK, size * 2);
      }
    },
  };
}
