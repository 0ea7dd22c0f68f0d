import { bigrams, tokenise, unigrams } from '../src/kernel/text/grams.ts';
import { segmentWords } from '../src/kernel/text/words.ts';

/** Plain BM25 (k1 1.2, b 0.75, statistics of the collection itself) over whatever `split` gives. */
export function createBm25(
  documents: readonly { id: string; text: string }[],
  split: (text: string) => string[],
  { k1 = 1.2, b = 0.75 } = {},
): (query: string) => string[] {
  const postings = new Map<string, [document: number, count: number][]>();
  const lengths = documents.map((document, at) => {
    const grams = split(document.text);
    for (const [gram, count] of countAll(grams)) {
      const list = postings.get(gram);
      if (list) list.push([at, count]);
      else postings.set(gram, [[at, count]]);
    }
    return grams.length;
  });
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  return (query) => {
    const scores = new Map<number, number>();
    for (const [gram, times] of countAll(split(query))) {
      const list = postings.get(gram) ?? [];
      const idf = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
      for (const [at, count] of list) {
        const norm = k1 * (1 - b + (b * (lengths[at] ?? 0)) / usual);
        scores.set(at, (scores.get(at) ?? 0) + (times * idf * count * (k1 + 1)) / (count + norm));
      }
    }
    return [...scores]
      .sort(([a, x], [c, y]) => y - x || a - c)
      .map(([at]) => documents[at]?.id ?? '');
  };
}

function countAll(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

/** Systems to compare with, by name. */
export const BASELINES: Record<string, (text: string) => string[]> = {
  'bm25-unibi': (text) => {
    const tokens = tokenise(text);
    return [...unigrams(tokens), ...bigrams(tokens)];
  },
  'bm25-words': (text) =>
    segmentWords(text.normalize('NFKC').toLowerCase()).map((word) => word.text),
};
