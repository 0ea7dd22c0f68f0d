import { ANSWERED_FROM, type Meaning, MOST_TERMS } from './meaning.ts';
import { bitCount, CODE_BITS, createSignCoder } from './sign-codes.ts';
import { closenessOf, type TermVectors } from './term-vectors.ts';

/** The terms near to one, itself among them, and how near, in hundredths. */
type Neighbours = { ids: Int32Array; closeness: Uint8Array };

const WORDS = CODE_BITS / 32;
/**
 * Terms whose codes differ in more bits are not measured. At the closeness that counts codes differ
 * in 94 ± 8 of 256 bits, so that one neighbour in a thousand is missed, at the very edge.
 */
const MOST_BITS = 118;
/** The same for the first half of them: 47 ± 5.5 of 128. */
const HALF = WORDS / 2;
const MOST_OF_HALF = 64;
/** Terms whose neighbours are remembered. */
const KEPT = 20_000;

/** How near offers come to the telling terms of one question, 0..1; `terms` from..to are an offer's. */
export type NearTerms = (terms: Uint32Array, from: number, to: number) => number;

/**
 * The measure `nearTerms` (see `createMeaningScale`) for many offers at once: it finds out once which
 * terms are near to those of the question, instead of measuring each against each.
 */
export function createNearTerms(
  vectors: TermVectors,
): <Result>(ask: Meaning, use: (near: NearTerms) => Result) => Result {
  const { dimensions, rows, names } = vectors;
  const known = new Map<number, Neighbours>();
  const codes = new Uint32Array(names.length * WORDS);
  const code = createSignCoder(dimensions);
  for (let id = 0; id < names.length; id++) code(rows, id * dimensions, codes, id * WORDS);
  /** For each term where its list of closenesses to the question's terms begins; 0 for none. */
  const first = new Int32Array(names.length);

  function neighboursOf(id: number): Neighbours {
    let found = known.get(id);
    if (found) known.delete(id);
    else found = measure(id);
    known.set(id, found);
    if (known.size > KEPT) known.delete(known.keys().next().value!);
    return found;
  }

  function measure(id: number): Neighbours {
    const ids: number[] = [];
    const closeness: number[] = [];
    const own = codes.subarray(id * WORDS, (id + 1) * WORDS);
    for (let other = 0, at = 0; other < names.length; other++, at += WORDS) {
      let bits = 0;
      for (let word = 0; word < HALF; word++) bits += bitCount(own[word]! ^ codes[at + word]!);
      if (bits > MOST_OF_HALF) continue;
      for (let word = HALF; word < WORDS; word++) bits += bitCount(own[word]! ^ codes[at + word]!);
      if (bits > MOST_BITS) continue;
      const close = closenessOf(id, other, vectors);
      if (close < ANSWERED_FROM) continue;
      ids.push(other);
      closeness.push(close);
    }
    return { ids: Int32Array.from(ids), closeness: Uint8Array.from(closeness) };
  }

  return (ask, use) => {
    const wanted = [...ask.terms.subarray(0, MOST_TERMS)].map((id, i) => ({
      ...neighboursOf(id),
      weight: ask.weights[i]! * vectors.telling[id]!,
    }));
    const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
    // Lists of (place in `wanted`, closeness, where the list goes on), from 1.
    const links: number[] = [0, 0, 0];
    for (const [place, { ids, closeness }] of wanted.entries()) {
      for (let n = 0; n < ids.length; n++) {
        links.push(place, closeness[n]!, first[ids[n]!]!);
        first[ids[n]!] = links.length / 3 - 1;
      }
    }
    const best = new Uint8Array(wanted.length);
    const near: NearTerms = (terms, from, to) => {
      if (total === 0) return 0;
      best.fill(0);
      for (let n = from; n < to; n++) {
        for (let at = first[terms[n]!]!; at !== 0; at = links[at * 3 + 2]!) {
          const place = links[at * 3]!;
          if (links[at * 3 + 1]! > best[place]!) best[place] = links[at * 3 + 1]!;
        }
      }
      let answered = 0;
      for (let place = 0; place < best.length; place++) {
        answered += wanted[place]!.weight * best[place]!;
      }
      return answered / (100 * total);
    };
    try {
      return use(near);
    } finally {
      for (const { ids } of wanted) for (const id of ids) first[id] = 0;
    }
  };
}
