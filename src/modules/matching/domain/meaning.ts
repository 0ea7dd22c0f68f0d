import { meanWeight, segmentTerms, type TermVectors } from './term-vectors.ts';
import { type TextField, weightAt } from './text-relevance.ts';

/**
 * What is known of the words of a pair beyond their spelling. Three measures: how near the terms of
 * the offer come to each telling term of the question by their vectors, how near the texts are as a
 * whole, and where the offer has another word of the trade for what the question says. All are fixed
 * functions of one question and one offer, so that a new listing never moves others.
 */

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

/** A measure of one question; `terms` from..to are an offer's. */
export type TermScale = (terms: Int32Array | Uint32Array, from: number, to: number) => number;
