import { kindredScale } from './kindred-scale.ts';
import { closenessOf, meanWeight, segmentTerms, type TermVectors } from './term-vectors.ts';
import { type TextField, weightAt } from './text-relevance.ts';

/**
 * What is known of the words of a pair beyond their spelling. Three measures: how near the terms of
 * the offer come to each telling term of the question by their vectors, how near the texts are as a
 * whole, and where the offer has another word of the trade for what the question says. All are fixed
 * functions of one question and one offer, so that a new listing never moves others.
 */

/** A term of the question this far from all of the offer is not answered; hundredths. */
export const ANSWERED_FROM = 40;
/** Closeness rows kept, 60 kB each. */
const ROWS_KEPT = 500;
const UNKNOWN = -128;
/** So many of the most telling terms of a question are looked for. */
export const MOST_TERMS = 40;

export type Meaning = {
  /** Distinct telling terms, the most telling first. */
  terms: Int32Array;
  /** How much each of the terms counts where it counts most, 0..1. */
  weights: Float32Array;
  /** Weighted mean of all terms, of length 1 (or 0 when there are none). */
  whole: Float32Array;
};

export function readMeaning(fields: readonly TextField[], vectors: TermVectors): Meaning {
  const places = fields.flatMap((field) =>
    segmentTerms(field.text, vectors).map(({ id, start }) => ({
      id,
      counts: weightAt(field, start),
    })),
  );
  const whole = new Float32Array(vectors.dimensions);
  const most = new Map<number, number>();
  for (const { id, counts } of places) {
    if (counts <= 0) continue;
    most.set(id, Math.max(most.get(id) ?? 0, counts));
    const weight = counts * meanWeight(vectors, id);
    for (let d = 0; d < whole.length; d++) {
      whole[d]! += weight * vectors.rows[id * whole.length + d]!;
    }
  }
  const length = Math.hypot(...whole);
  if (length > 0) for (let d = 0; d < whole.length; d++) whole[d]! /= length;
  const terms = [...most]
    .map(([id, counts]) => ({ id, counts, telling: counts * vectors.telling[id]! }))
    .filter(({ telling }) => telling > 0)
    .sort((a, b) => b.telling - a.telling || a.id - b.id);
  return {
    terms: Int32Array.from(terms, ({ id }) => id),
    weights: Float32Array.from(terms, ({ counts }) => counts),
    whole,
  };
}

/** `kindred`: sum over the question's terms, 1 for a telling term with the same meaning under another name. */
export type MeaningFeatures = { nearTerms: number; nearWhole: number; kindred: number };

/**
 * Measures offers against one question after another, and remembers how close the terms of earlier
 * questions are to others.
 */
export function createMeaningScale(
  vectors: TermVectors,
): (ask: Meaning) => (offer: Meaning) => MeaningFeatures {
  const rows = new Map<number, Int8Array>();

  function rowOf(id: number): Int8Array {
    const known = rows.get(id);
    const row = known ?? new Int8Array(vectors.telling.length).fill(UNKNOWN);
    // Put last again, so that what was asked longest ago is forgotten first.
    if (known) rows.delete(id);
    rows.set(id, row);
    if (rows.size > ROWS_KEPT) rows.delete(rows.keys().next().value!);
    return row;
  }

  /** Closeness of the nearest term of the offer, in hundredths. */
  function nearest(id: number, row: Int8Array, others: Int32Array): number {
    let best = -100;
    for (let n = 0; n < others.length; n++) {
      const other = others[n]!;
      let close = row[other]!;
      if (close === UNKNOWN) {
        close = closenessOf(id, other, vectors);
        row[other] = close;
      }
      if (close > best) best = close;
    }
    return best;
  }

  return (ask) => {
    const wanted = [...ask.terms.subarray(0, MOST_TERMS)].map((id, i) => ({
      id,
      row: rowOf(id),
      weight: ask.weights[i]! * vectors.telling[id]!,
    }));
    const kindred = kindredScale(ask, vectors);
    const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
    return (offer) => {
      let answered = 0;
      for (const { id, row, weight } of wanted) {
        const best = nearest(id, row, offer.terms);
        if (best >= ANSWERED_FROM) answered += weight * best;
      }
      let nearWhole = 0;
      for (let d = 0; d < vectors.dimensions; d++) nearWhole += ask.whole[d]! * offer.whole[d]!;
      return {
        nearTerms: total === 0 ? 0 : answered / (100 * total),
        nearWhole,
        kindred: kindred(offer.terms, 0, offer.terms.length),
      };
    };
  };
}
