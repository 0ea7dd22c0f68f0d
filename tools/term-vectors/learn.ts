import { seededRandom } from '../../src/kernel/random.ts';
import { fillFromParts } from './character-parts.ts';
import { learnByContrast } from './contrast.ts';
import { countNeighbours, positiveMutualInformation } from './cooccurrence.ts';
import { countGrams, type GramCounts, Sample } from './count-grams.ts';
import { wordCutter } from './cut-words.ts';
import { type Matrix, scaleRowsToUnit } from './matrices.ts';
import { paragraphsOf, passagesOf } from './texts.ts';
import { conceptPairs, joinSources, paragraphPairs } from './training-pairs.ts';
import { truncatedSvd } from './truncated-svd.ts';
import { type Vocabulary, type VocabularySize, WordStream } from './vocabulary.ts';

export type Recipe = {
  vocabulary: VocabularySize;
  dimensions: number;
  passages: number;
  epochs: number;
  batch: number;
  /** How often an epoch each line of trade words is halved and matched. */
  conceptTimes: number;
};

/** What the product's own vectors are made by; measured in bench/matching.md. */
export const RECIPE: Recipe = {
  vocabulary: { most: 60_000, leastCount: 8 },
  dimensions: 128,
  passages: 14_000,
  epochs: 2,
  batch: 512,
  conceptTimes: 20,
};

export type Learned = { vocabulary: Vocabulary; vectors: Matrix; grams: GramCounts };

/**
 * Learns from texts and from concepts (the words of one matter) all that ranking knows of Chinese.
 * The same texts, concepts and seed give the same to the last bit. `say` is told what is being done.
 */
export function learnTerms(
  texts: Iterable<string>,
  concepts: readonly (readonly string[])[],
  recipe: Recipe,
  seed: number,
  say: (line: string) => void,
): Learned {
  const random = seededRandom(seed);
  const tradeWords = [...new Set(concepts.flat())];
  const cut = wordCutter(tradeWords);
  const words = new WordStream();
  const passages = new Sample<string>(recipe.passages, random);
  let read = 0;
  for (const text of texts) {
    const paragraphs = paragraphsOf(text);
    for (const paragraph of paragraphs) words.addParagraph(cut(paragraph));
    for (const passage of passagesOf(paragraphs)) passages.add(passage);
    read++;
    if (read % 2500 === 0) say(`${read} texts`);
  }
  const grams = countGrams(passages.items);
  say(`${grams.documents} passages counted`);

  const { vocabulary, stream } = words.finish(tradeWords, recipe.vocabulary);
  say(`${vocabulary.terms.length} terms in ${stream.length} words and signs`);
  const neighbours = countNeighbours(stream, vocabulary, random);
  say(`${neighbours.size} pairs of neighbours`);
  const mutual = positiveMutualInformation(neighbours);
  say(`${mutual.values.length} of positive mutual information`);
  const vectors = truncatedSvd(mutual, recipe.dimensions, random);
  say(`${recipe.dimensions} dimensions`);

  scaleRowsToUnit(vectors);
  fillFromParts(vectors, vocabulary.terms, random);
  const ids = new Map(vocabulary.terms.map((term, id) => [term, id]));
  const pairs = joinSources([
    paragraphPairs(stream, vocabulary.terms.length),
    conceptPairs(
      concepts.map((concept) => concept.map((word) => ids.get(word)!)),
      recipe.conceptTimes,
    ),
  ]);
  say(`${pairs.count} pairs of texts an epoch`);
  learnByContrast(
    vectors,
    vocabulary,
    pairs,
    {
      epochs: recipe.epochs,
      batch: recipe.batch,
      report: (step, steps, loss) => say(`step ${step} of ${steps}, loss ${loss.toFixed(4)}`),
    },
    random,
  );
  return { vocabulary, vectors, grams };
}
