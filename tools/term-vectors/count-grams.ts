import { bigrams, tokenise, unigrams } from '../../src/kernel/text/grams.ts';

/** Grams in fewer passages are left out: a gram that is missing counts as rare as these. */
const LEAST_PASSAGES = 8;

/** The background as ranking reads it (`domain/background.ts`). */
export type GramCounts = { documents: number; source: string; grams: Record<string, string> };

/** Draws so many of what it is given, each with the same chance (Vitter 1985). */
export class Sample<T> {
  items: T[] = [];
  #most: number;
  #random: () => number;
  #seen = 0;

  constructor(most: number, random: () => number) {
    this.#most = most;
    this.#random = random;
  }

  add(item: T): void {
    this.#seen++;
    if (this.items.length < this.#most) {
      this.items.push(item);
      return;
    }
    const at = Math.floor(this.#random() * this.#seen);
    if (at < this.#most) this.items[at] = item;
  }
}

/** In how many passages each character, each pair of characters and each Latin word stands. */
export function countGrams(passages: readonly string[]): GramCounts {
  const frequency = new Map<string, number>();
  for (const passage of passages) {
    const tokens = tokenise(passage);
    for (const gram of new Set([...unigrams(tokens), ...bigrams(tokens)])) {
      frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
    }
  }
  const byCount = new Map<number, string[]>();
  for (const [gram, count] of frequency) {
    if (count < LEAST_PASSAGES) continue;
    const grams = byCount.get(count) ?? [];
    grams.push(gram);
    byCount.set(count, grams);
  }
  const grams: Record<string, string> = {};
  for (const [count, list] of byCount) grams[count] = list.sort().join(' ');
  return {
    documents: passages.length,
    source: `Document frequencies of character unigrams and bigrams over ${passages.length} passages; see NOTICE`,
    grams,
  };
}
