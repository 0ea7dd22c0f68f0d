import { defaultBackground } from '../domain/background.ts';
import { createRanker, type Ranker } from '../domain/rank.ts';
import { loadTermVectors } from './load-term-vectors.ts';

export const background = defaultBackground();
let ranker: Promise<Ranker> | undefined;

/**
 * One ranker for the process: it remembers the listings it has read. The word vectors are read with
 * the first question, so that a start does not wait for them.
 */
export function theRanker(): Promise<Ranker> {
  ranker ??= loadTermVectors().then(
    (vectors) => createRanker(background, { vectors }),
    (error: unknown) => {
      ranker = undefined;
      throw error;
    },
  );
  return ranker;
}
