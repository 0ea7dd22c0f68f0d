import { createByteRows } from './byte-rows.ts';
import { type Meaning, MOST_TERMS, type TermScale } from './meaning.ts';
import type { TermVectors } from './term-vectors.ts';

/** A term of the question this far from all of the offer is not answered; hundredths. */
const ANSWERED_FROM = 40;
/** The terms near to one, itself among them, and how near, in hundredths. */
type Neighbours = { ids: Int32Array; closeness: Uint8Array };

/** Terms whose neighbours are remembered, about 1 kB each. */
const KEPT = 20_000;

const known = new WeakMap<TermVectors, (id: number) => Neighbours>();

function neighboursOf(vectors: TermVectors): (id: number) => Neighbours {
  let neighbours = known.get(vectors);
  if (!neighbours) known.set(vectors, (neighbours = createNeighbours(vectors)));
  return neighbours;
}

/** Finds out ahead which terms are near to one, about 0.6 ms of work that a question is spared. */
export function prepareTerm(id: number, vectors: TermVectors): void {
  neighboursOf(vectors)(id);
}

/** Found out once for each term that is asked, exactly, by comparing it with all. */
function createNeighbours(vectors: TermVectors): (id: number) => Neighbours {
  const { dimensions, rows, norms, names } = vectors;
  const kept = new Map<number, Neighbours>();
  const own = (id: number) => rows.subarray(id * dimensions, (id + 1) * dimensions);
  const all = createByteRows(dimensions, names.length);
  for (let id = 0; id < names.length; id++) all.set(id, own(id));

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

  return (id) => {
    let found = kept.get(id);
    // Put last again, so that what was asked longest ago is forgotten first.
    if (found) kept.delete(id);
    else found = measure(id);
    kept.set(id, found);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return found;
  };
}

/**
 * How near an offer comes to the telling terms of a question, 0..1: of each the closest term that the
 * offer has, if it is near enough, weighted by how much the term tells.
 */
export function nearTermsScale(ask: Meaning, vectors: TermVectors): TermScale {
  const neighbours = neighboursOf(vectors);
  const wanted = [...ask.terms.subarray(0, MOST_TERMS)].map((id, i) => ({
    ...neighbours(id),
    weight: ask.weights[i]! * vectors.telling[id]!,
  }));
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return () => 0;
  // For each term of the list where its closenesses begin, 0 for none: chains of (place in `wanted`,
  // closeness, where the chain goes on).
  const first = new Int32Array(vectors.names.length);
  const links = new Int32Array(3 * (1 + wanted.reduce((sum, { ids }) => sum + ids.length, 0)));
  let end = 3;
  for (const [place, { ids, closeness }] of wanted.entries()) {
    for (let n = 0; n < ids.length; n++) {
      links[end] = place;
      links[end + 1] = closeness[n]!;
      links[end + 2] = first[ids[n]!]!;
      first[ids[n]!] = end;
      end += 3;
    }
  }
  const best = new Uint8Array(wanted.length);
  const weights = Float64Array.from(wanted, ({ weight }) => weight / (100 * total));
  return (terms, from, to) => {
    best.fill(0);
    for (let n = from; n < to; n++) {
      for (let at = first[terms[n]!]!; at !== 0; at = links[at + 2]!) {
        const place = links[at]!;
        if (links[at + 1]! > best[place]!) best[place] = links[at + 1]!;
      }
    }
    let answered = 0;
    for (let place = 0; place < best.length; place++) answered += weights[place]! * best[place]!;
    return answered;
  };
}
