import type { Platform } from '../../../platform/platform.ts';
import { defaultBackground } from '../domain/background.ts';
import type { RankingModel } from '../domain/model.ts';
import { createRanker, type Ranker } from '../domain/rank.ts';
import type { TermVectors } from '../domain/term-vectors.ts';
import { loadTermVectors } from './load-term-vectors.ts';
import { rankingSettings } from './ranking-settings.ts';

export const background = defaultBackground();
let vectors: Promise<TermVectors> | undefined;
let ranker: { model: RankingModel; ranker: Promise<Ranker> } | undefined;

/**
 * The ranker by the model in use. One for the process: it remembers the listings it has read, and
 * is made anew when another model is taken into use. The word vectors are read with the first
 * question, so that a start does not wait for them.
 */
export async function theRanker(platform: Platform): Promise<Ranker> {
  const { model } = await rankingSettings(platform);
  if (ranker?.model !== model) {
    ranker = {
      model,
      ranker: termVectors().then((read) => createRanker(background, { vectors: read, model })),
    };
  }
  return ranker.ranker;
}

/** The words that come with the product, read once. */
export function termVectors(): Promise<TermVectors> {
  vectors ??= loadTermVectors().catch((error: unknown) => {
    vectors = undefined;
    ranker = undefined;
    throw error;
  });
  return vectors;
}
