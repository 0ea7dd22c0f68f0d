import { isNumber } from '../../../kernel/text/grams.ts';
import { normaliseText } from '../../../kernel/text/normalise.ts';
import { isStopGram } from './gram-weight.ts';
import { trieOf } from './term-trie.ts';
import { type Kindred, kindredOf, type TradeConcept } from './trade-words.ts';

/**
 * Terms of Chinese technical texts with a vector each, learned so that a sentence lies near to the
 * rest of its paragraph: terms whose vectors point the same way are written about together, and the
 * longer a vector, the more it says of the matter. Row n of `rows` (`dimensions` wide) belongs to
 * the term `ids` maps to n.
 */
export type TermVectors = {
  dimensions: number;
  names: readonly string[];
  ids: ReadonlyMap<string, number>;
  /** Natural logarithm of the share of each term among all words of the corpus. */
  logShare: Float64Array;
  rows: Int8Array;
  /** Length of each row. */
  norms: Float32Array;
  /** 0 for common words, 1 for rare ones: what a term says in soft matching. */
  telling: Float32Array;
  /** Other words of the trades for the same matter. */
  kindred: Kindred;
};

/** A term in a text, with UTF-16 offsets into it. */
export type PlacedTerm = { id: number; start: number; end: number };

/** Weight of a word in the mean of a text: a / (a + share); Arora, Liang and Ma 2017. */
const SMOOTHING = 1e-3;
/** Terms longer than this stand for their parts. */
const LONGEST = 8;
/** As ln(share): rarer than any term of the list, so that a known term is always taken. */
const UNKNOWN_CHARACTER = -20;
/** -ln(share) from which a term says something, and from which it says all. */
const TELLING_FROM = 6;
const TELLING_FULL = 10;

/** How much a term counts in the vector of a text. */
export function meanWeight(vectors: TermVectors, id: number): number {
  return SMOOTHING / (SMOOTHING + Math.exp(vectors.logShare[id]!));
}

/**
 * Reads the product's vectors: `terms` has a line `term<TAB>count` for each, `bytes` one signed byte
 * a dimension, term after term, all on one scale. Throws an Error when the two do not fit together.
 */
export function readTermVectors(
  terms: string,
  bytes: Uint8Array,
  concepts: readonly TradeConcept[] = [],
): TermVectors {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  for (const line of terms.split('\n')) {
    if (line === '') continue;
    const [name = '', count = ''] = line.split('\t');
    if (name === '' || !(Number(count) > 0)) throw new Error(`A line of terms is broken: ${line}`);
    ids.set(name, counts.length);
    counts.push(Number(count));
  }
  const size = counts.length;
  const dimensions = bytes.length / size;
  if (size === 0 || !Number.isInteger(dimensions) || dimensions === 0) {
    throw new Error(`${size} terms do not fit ${bytes.length} bytes of vectors.`);
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  const logShare = Float64Array.from(counts, (count) => Math.log(count / all));
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    dimensions,
    names: [...ids.keys()],
    ids,
    logShare,
    rows,
    norms: lengthsOf(rows, size, dimensions),
    telling: Float32Array.from(ids.keys(), (name, id) => telling(name, logShare[id]!)),
    kindred: kindredOf(concepts, (word) => ids.get(word)),
  };
}

function telling(name: string, logShare: number): number {
  if (isStopGram(name) || isNumber(name) || /^[a-z0-9]$/.test(name)) return 0;
  return Math.max(0, Math.min(1, (-logShare - TELLING_FROM) / (TELLING_FULL - TELLING_FROM)));
}

function lengthsOf(rows: Int8Array, size: number, dimensions: number): Float32Array {
  return Float32Array.from({ length: size }, (_, id) => {
    let square = 0;
    for (let d = id * dimensions; d < (id + 1) * dimensions; d++) square += rows[d]! * rows[d]!;
    return Math.sqrt(square);
  });
}

/** Terms of the list in a text: the likeliest way to cut it; what the list does not know is left out. */
export function segmentTerms(text: string, vectors: TermVectors): PlacedTerm[] {
  const normalised = normaliseText(text);
  const plain = normalised.text;
  const length = plain.length;
  const best = new Float64Array(length + 1).fill(-Infinity);
  const came = new Int32Array(length + 1);
  const chosen = new Int32Array(length + 1).fill(-1);
  best[0] = 0;
  const trie = trieOf(vectors.names);
  for (let at = 0; at < length; at++) {
    let node = 0;
    for (let end = at + 1; end <= length && end - at <= LONGEST; end++) {
      node = trie.next(node, plain.charCodeAt(end - 1));
      const id = node < 0 ? -1 : trie.termAt(node);
      if (id >= 0 || end - at === 1) {
        const score = best[at]! + (id < 0 ? UNKNOWN_CHARACTER : vectors.logShare[id]!);
        if (score > best[end]!) {
          best[end] = score;
          came[end] = at;
          chosen[end] = id;
        }
      }
      if (node < 0) break;
    }
  }
  const found: PlacedTerm[] = [];
  for (let end = length; end > 0; end = came[end]!) {
    const id = chosen[end]!;
    if (id < 0) continue;
    const start = normalised.from[came[end]!] ?? 0;
    found.push({ id, start, end: normalised.to[end - 1] ?? start });
  }
  return found.toReversed();
}
