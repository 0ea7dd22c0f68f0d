import type { TermScale } from './meaning.ts';
import type { TermVectors } from './term-vectors.ts';

/** Closeness of a term to itself. */
const SAME = 100;

/**
 * How much of the question the offer says in other words of the trade, given the offer's terms
 * (`terms` from..to). What it says in the same words counts nothing here: that is met already.
 */
export function kindredScale(
  ask: { terms: Int32Array; weights: Float32Array },
  vectors: TermVectors,
): TermScale {
  const worth = [...ask.terms].map((id, i) => ask.weights[i]! * vectors.telling[id]!);
  const meets = new Map<number, { term: number; close: number }[]>();
  const meet = (id: number, term: number, close: number) => {
    const list = meets.get(id) ?? [];
    list.push({ term, close });
    meets.set(id, list);
  };
  ask.terms.forEach((id, term) => {
    const others = vectors.kindred.get(id);
    if (!others) return;
    meet(id, term, SAME);
    for (const [other, close] of others) meet(other, term, close);
  });
  if (meets.size === 0) return () => 0;
  const isMet = new Uint8Array(vectors.names.length);
  for (const id of meets.keys()) isMet[id] = 1;
  return (terms, from, to) => {
    const best = new Map<number, number>();
    for (let n = from; n < to; n++) {
      if (isMet[terms[n]!] === 0) continue;
      for (const { term, close } of meets.get(terms[n]!) ?? []) {
        best.set(term, Math.max(close, best.get(term) ?? 0));
      }
    }
    let sum = 0;
    for (const [term, close] of best) if (close < SAME) sum += (worth[term]! * close) / SAME;
    return sum;
  };
}
