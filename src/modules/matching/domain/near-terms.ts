import { createByteRows } from './byte-rows.ts';
import { type Meaning, MOST_TERMS } from './meaning.ts';
import type { TermVectors } from './term-vectors.ts';

/** A term of the question this far from all of the offer is not answered; hundredths. */
const ANSWERED_FROM = 40;
/** The terms near to one, itself among them, and how near, in hundredths. */
type Neighbours = { ids: Int32Array; closeness: Uint8Array };

/** Terms whose neighbours are remembered, about 1 kB each. */
const KEPT = 20_000;

/** How near an offer comes to the telling terms of one question, 0..1; `terms` from..to are the offer's. */
export type NearTerms = (terms: Int32Array | Uint32Array, from: number, to: number) => number;

/** For every question: `use` gets the measure, which holds while it runs. */
type WithNearTerms = <Result>(ask: Meaning, use: (near: NearTerms) => Result) => Result;

const made = new WeakMap<TermVectors, WithNearTerms>();

/**
 * For each telling term of the question the closest that the offer has, counted from
 * `ANSWERED_FROM` on: which terms are near to which is found out once for each term that is asked,
 * exactly, by comparing it with all.
 */
export function nearTermsOf(vectors: TermVectors): WithNearTerms {
  let known = made.get(vectors);
  if (!known) made.set(vectors, (known = createNearTerms(vectors)));
  return known;
}

function createNearTerms(vectors: TermVectors): WithNearTerms {
  const { dimensions, rows, norms, names } = vectors;
  const known = new Map<number, Neighbours>();
  const own = (id: number) => rows.subarray(id * dimensions, (id + 1) * dimensions);
  const all = createByteRows(dimensions, names.length);
  for (let id = 0; id < names.length; id++) all.set(id, own(id));
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
    const dots = all.dots(own(id), names.length);
    const least = ((ANSWERED_FROM - 0.5) / 100) * norms[id]!;
    for (let other = 0; other < dots.length; other++) {
      if (dots[other]! < least * norms[other]!) continue;
      const scale = norms[id]! * norms[other]!;
      const close = other === id ? 100 : scale && Math.round((100 * dots[other]!) / scale);
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
