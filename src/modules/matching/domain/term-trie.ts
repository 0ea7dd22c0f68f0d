/** Terms by their beginnings, so that a text is searched for all of them in one pass. */
export type TermTrie = {
  /** The node one UTF-16 unit further, -1 when no term goes on so. The root is 0. */
  next: (node: number, unit: number) => number;
  /** The term that ends at a node, -1 for none. */
  termAt: (node: number) => number;
};

const tries = new WeakMap<readonly string[], TermTrie>();

/** Made once for each list. */
export function trieOf(names: readonly string[]): TermTrie {
  let trie = tries.get(names);
  if (!trie) {
    trie = buildTrie(names);
    tries.set(names, trie);
  }
  return trie;
}

/** A hash table from (node, unit) to the next node, open addressing, at most half full. */
function buildTrie(names: readonly string[]): TermTrie {
  const most = names.reduce((sum, name) => sum + name.length, 1);
  const size = 2 ** Math.ceil(Math.log2(most * 2));
  const mask = size - 1;
  const nodes = new Int32Array(size).fill(-1);
  const units = new Uint16Array(size);
  const targets = new Int32Array(size);
  const terms = new Int32Array(most).fill(-1);
  let count = 1;

  function placeOf(node: number, unit: number): number {
    let at = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & mask;
    while (nodes[at] !== -1 && (nodes[at] !== node || units[at] !== unit)) at = (at + 1) & mask;
    return at;
  }

  for (const [id, name] of names.entries()) {
    let node = 0;
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      const at = placeOf(node, unit);
      if (nodes[at] === -1) {
        nodes[at] = node;
        units[at] = unit;
        targets[at] = count++;
      }
      node = targets[at]!;
    }
    terms[node] = id;
  }
  return {
    next(node, unit) {
      const at = placeOf(node, unit);
      return nodes[at] === -1 ? -1 : targets[at]!;
    },
    termAt: (node) => terms[node]!,
  };
}
