import { bigrams, tokenise } from '../../../kernel/text/grams.ts';
import type { Place } from './shared-phrases.ts';
import { segmentTerms, type TermVectors } from './term-vectors.ts';
import { type TextField, weightAt } from './text-relevance.ts';

/** The question says it in one word, the offer in another of the same matter (漏气 ~ 气密性). */
export type OtherWord = {
  wanted: string;
  offered: string;
  /** In hundredths: 95 for a synonym, 65 for a remedy of what an everyday word complains of. */
  closeness: number;
  asked: Place[];
  offeredAt: Place[];
};

type PlacedWord = { text: string; places: Place[]; counts: number };

function wordsOf(fields: readonly TextField[], vectors: TermVectors): Map<number, PlacedWord> {
  const words = new Map<number, PlacedWord>();
  for (const field of fields) {
    for (const { id, start, end } of segmentTerms(field.text, vectors)) {
      if (!vectors.kindred.has(id)) continue;
      const word = words.get(id) ?? { text: field.text.slice(start, end), places: [], counts: 0 };
      word.places.push({ field: field.name, start, end });
      word.counts = Math.max(word.counts, weightAt(field, start));
      words.set(id, word);
    }
  }
  return words;
}

const asks = new WeakMap<readonly TextField[], Map<number, PlacedWord>>();

/** Those of a question, which is read beside many offers. */
function askedWords(fields: readonly TextField[], vectors: TermVectors): Map<number, PlacedWord> {
  let words = asks.get(fields);
  if (!words) asks.set(fields, (words = wordsOf(fields, vectors)));
  return words;
}

/**
 * Words of the question that the offer says otherwise, each with the closest it has, the closest
 * first. The same concepts make the feature `kindred`: what is shown here has counted there.
 */
export function otherWords(
  asked: readonly TextField[],
  offered: readonly TextField[],
  vectors: TermVectors,
): OtherWord[] {
  const offers = wordsOf(offered, vectors);
  const found: { weight: number; meeting: OtherWord }[] = [];
  for (const [id, word] of askedWords(asked, vectors)) {
    if (offers.has(id)) continue;
    let best: { word: PlacedWord; closeness: number } | undefined;
    for (const [other, closeness] of vectors.kindred.get(id) ?? []) {
      const offer = offers.get(other);
      if (offer && closeness > (best?.closeness ?? 0)) best = { word: offer, closeness };
    }
    const weight = (best?.closeness ?? 0) * word.counts * vectors.telling[id]!;
    if (!best || weight === 0) continue;
    const meeting = {
      wanted: word.text,
      offered: best.word.text,
      closeness: best.closeness,
      asked: word.places,
      offeredAt: best.word.places,
    };
    found.push({ weight, meeting });
  }
  return found
    .toSorted((a, b) => b.weight - a.weight || (a.meeting.wanted < b.meeting.wanted ? -1 : 1))
    .map(({ meeting }) => meeting);
}

/** From this closeness on a word is looked for in the index beside the one that was said. */
const AS_GOOD_AS_SAID = 80;
/** At most so many pairs of characters more: an index takes longer for each. */
const MOST_OTHER_GRAMS = 24;

/** Pairs of characters of the other words for what the question says: what an index must look for too. */
export function otherGrams(asked: readonly TextField[], vectors: TermVectors): string[] {
  const grams = new Set<string>();
  for (const [id, { counts }] of wordsOf(asked, vectors)) {
    if (counts === 0 || vectors.telling[id] === 0) continue;
    for (const [other, closeness] of vectors.kindred.get(id) ?? []) {
      if (closeness < AS_GOOD_AS_SAID) continue;
      for (const gram of bigrams(tokenise(vectors.names[other]!))) grams.add(gram);
    }
  }
  return [...grams].slice(0, MOST_OTHER_GRAMS);
}
