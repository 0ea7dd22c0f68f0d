/**
 * In which places each gram occurs and how often, in memory. A gram that is rare has a list: blocks of
 * one pool of numbers, linked; an entry is a place (24 bits) and a count (8 bits). One that stands in
 * more than one place of eight has a column instead: a byte for every place. Nothing is taken out;
 * whoever forgets a place has to know that it is dead.
 */
const PAGE = 2 ** 18;
const FIRST_BLOCK = 4;
const LARGEST_BLOCK = 1024;
/** Places that fit an entry. */
export const MOST_PLACES = 2 ** 24;
const COMMON = 8;
/** Before so many places nothing gets a column. */
const LEAST_PLACES = 4096;
/** Instead of a block's size: the gram has a column. */
const HAS_COLUMN = 0xffff;

export type Postings = {
  /** In how many places a gram occurs, dead ones counted. */
  count: (gram: number) => number;
  /** Places must come in order. */
  add: (gram: number, place: number, count: number) => void;
  /** Calls back with runs of entries: `entries[from..to)`, place in the upper 24 bits. */
  each: (gram: number, use: (entries: Uint32Array, from: number, to: number) => void) => void;
  /** How often a common gram occurs in each place; a view that holds until the next `add`. */
  column: (gram: number) => Uint8Array | undefined;
};

export function createPostings(): Postings {
  // A block: where the next one is, then the entries. The table: gram, first block, last block (or
  // the number of the column), entries in the last block, size of the last block.
  const pages: Uint32Array[] = [];
  /** Blocks given back, by their size. */
  const free = new Map<number, number[]>();
  const columns: Uint8Array[] = [];
  const scratch = new Uint32Array(LARGEST_BLOCK);
  let nextFree = PAGE;
  let mask = 2 ** 16 - 1;
  let used = 0;
  let places = 0;
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
    const given = free.get(size)?.pop();
    if (given !== undefined) {
      pages[Math.floor(given / PAGE)]![given % PAGE] = 0;
      return given;
    }
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

  /** Calls back with each block of a list. */
  function eachBlock(
    slot: number,
    use: (page: Uint32Array, from: number, to: number, size: number, block: number) => void,
  ): void {
    let block = heads[slot]!;
    let size = FIRST_BLOCK;
    while (block !== 0) {
      const page = pages[Math.floor(block / PAGE)]!;
      const from = (block % PAGE) + 1;
      const next = page[from - 1]!;
      use(page, from, from + (block === tails[slot] ? filled[slot]! : size), size, block);
      block = next;
      size = Math.min(LARGEST_BLOCK, size * 2);
    }
  }

  function makeColumn(slot: number): void {
    const column = new Uint8Array(2 ** Math.ceil(Math.log2(places + 1)));
    eachBlock(slot, (page, from, to, size, block) => {
      for (let at = from; at < to; at++) column[page[at]! >>> 8] = page[at]! & 0xff;
      const given = free.get(size);
      if (given) given.push(block);
      else free.set(size, [block]);
    });
    tails[slot] = columns.push(column) - 1;
    sizes[slot] = HAS_COLUMN;
  }

  function addToColumn(slot: number, place: number, count: number): void {
    const held = columns[tails[slot]!]!;
    if (place >= held.length) {
      const larger = new Uint8Array(held.length * 2);
      larger.set(held);
      columns[tails[slot]!] = larger;
    }
    columns[tails[slot]!]![place] = count;
  }

  function addToList(slot: number, place: number, count: number): void {
    if (filled[slot] === sizes[slot]) {
      sizes[slot] = Math.min(LARGEST_BLOCK, sizes[slot]! * 2);
      const block = allot(sizes[slot]!);
      const last = tails[slot]!;
      pages[Math.floor(last / PAGE)]![last % PAGE] = block;
      tails[slot] = block;
      filled[slot] = 0;
    }
    const address = tails[slot]! + 1 + filled[slot]!++;
    pages[Math.floor(address / PAGE)]![address % PAGE] = (place << 8) | count;
    if (counts[slot]! * COMMON > places && places >= LEAST_PLACES) makeColumn(slot);
  }

  return {
    count: (gram) => counts[slotOf(keys, heads, gram)]!,
    add(gram, place, count) {
      places = Math.max(places, place + 1);
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
      }
      counts[at]!++;
      const most = Math.min(255, count);
      if (sizes[at] === HAS_COLUMN) addToColumn(at, place, most);
      else addToList(at, place, most);
    },
    each(gram, use) {
      const slot = slotOf(keys, heads, gram);
      if (sizes[slot] !== HAS_COLUMN) return eachBlock(slot, use);
      const column = columns[tails[slot]!]!;
      let end = 0;
      for (let place = 0; place < column.length; place++) {
        if (column[place] === 0) continue;
        scratch[end++] = (place << 8) | column[place]!;
        if (end < scratch.length) continue;
        use(scratch, 0, end);
        end = 0;
      }
      if (end > 0) use(scratch, 0, end);
    },
    column(gram) {
      const slot = slotOf(keys, heads, gram);
      return sizes[slot] === HAS_COLUMN ? columns[tails[slot]!] : undefined;
    },
  };
}
