import { kindredScale } from './kindred-scale.ts';
import type { Meaning, TermScale } from './meaning.ts';
import { nearTermsScale } from './near-terms.ts';
import { perLengthOf, signedBytes } from './signed-bytes.ts';
import type { TermVectors } from './term-vectors.ts';

export type MeaningScale = {
  /** How near the offer comes to the telling terms, 0..1. */
  nearTerms: TermScale;
  /** How much of them it says in other words of the trade. */
  kindred: TermScale;
  /** Cosine of the texts as weighted means of their terms, given one over the length of `whole`. */
  nearWhole: (whole: Int8Array, perLength: number) => number;
};

const scales = new WeakMap<Meaning, MeaningScale>();

/** The measures of a question, made once for it. */
export function meaningScale(ask: Meaning, vectors: TermVectors): MeaningScale {
  let scale = scales.get(ask);
  if (!scale) {
    const nearTerms = nearTermsScale(ask, vectors);
    scale = { nearTerms, kindred: kindredScale(ask, vectors), nearWhole: nearWhole(ask) };
    scales.set(ask, scale);
  }
  return scale;
}

function nearWhole(ask: Meaning): MeaningScale['nearWhole'] {
  const own = signedBytes(ask.whole);
  const ownPerLength = perLengthOf(own);
  return (offered, perLength) => {
    let sum = 0;
    for (let d = 0; d < own.length; d++) sum += own[d]! * (offered[d] ?? 0);
    return sum * perLength * ownPerLength;
  };
}
