import { kindredScale } from './kindred-scale.ts';
import type { Meaning } from './meaning.ts';
import { nearTermsOf } from './near-terms.ts';
import type { TermVectors } from './term-vectors.ts';

type TermScale = (terms: Int32Array | Uint32Array, from: number, to: number) => number;

/** Measures of one question; `terms` from..to are an offer's. */
export type MeaningScale = {
  /** How near the offer comes to the telling terms, 0..1. */
  nearTerms: TermScale;
  /** How much of them it says in other words of the trade. */
  kindred: TermScale;
  /** Cosine of the texts as weighted means of their terms; `whole` from `at` on, of that length. */
  nearWhole: (whole: Int8Array, at: number, length: number) => number;
};

/** Hands `use` the measures of a question, which hold while it runs. */
export function withMeaningScale<Result>(
  ask: Meaning,
  vectors: TermVectors,
  use: (scale: MeaningScale) => Result,
): Result {
  const kindred = kindredScale(ask, vectors);
  const { whole } = ask;
  const nearWhole: MeaningScale['nearWhole'] = (offered, at, length) => {
    if (length === 0) return 0;
    let sum = 0;
    for (let d = 0; d < whole.length; d++) sum += whole[d]! * offered[at + d]!;
    return sum / length;
  };
  return nearTermsOf(vectors)(ask, (nearTerms) => use({ nearTerms, kindred, nearWhole }));
}
