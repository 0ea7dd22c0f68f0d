import { PARAGRAPH_END, type TermStream } from './vocabulary.ts';

/** Two sets of terms that speak of the same matter, each term once. */
export type TrainingPair = { span: number[]; rest: number[] };

/** A source of pairs, one for each number from 0 to below `count`; drawn anew each time. */
export type PairSource = {
  count: number;
  draw: (item: number, random: () => number) => TrainingPair;
};

/** Paragraphs with fewer terms say too little to be told from others. */
const LEAST_TERMS = 30;
/** A span has at least so many words, and less than so many. */
const SPAN = { from: 6, below: 30 };
/** Of a long paragraph so many neighbouring terms are looked at. */
const LONGEST_REST = 160;
/**
 * How often a word of the span that stands in the rest as well is taken out of the span: with it the
 * rest would be found by the very word, and other words for the same would not be learned.
 */
const MASKED = 0.7;

/** A span of a paragraph and the rest of that paragraph. `terms`: size of the vocabulary. */
export function paragraphPairs(stream: TermStream, terms: number): PairSource {
  const bounds: number[] = [];
  let start = 0;
  let known = 0;
  for (let at = 0; at < stream.length; at++) {
    if (stream[at]! >= 0) known++;
    if (stream[at] !== PARAGRAPH_END) continue;
    if (known >= LEAST_TERMS) bounds.push(start, at);
    start = at + 1;
    known = 0;
  }
  const marked = new Int32Array(terms);
  let mark = 0;
  return {
    count: bounds.length / 2,
    draw(item, random) {
      const below = (limit: number): number => Math.floor(random() * limit);
      const from = bounds[2 * item]!;
      const to = bounds[2 * item + 1]!;
      const length = SPAN.from + below(SPAN.below - SPAN.from);
      const at = from + below(Math.max(1, to - from - length));
      const isTerm = (id: number): boolean => id >= 0;
      const span = [...stream.subarray(at, Math.min(at + length, to))].filter(isTerm);
      let rest = [...stream.subarray(from, at), ...stream.subarray(at + length, to)].filter(isTerm);
      if (rest.length > LONGEST_REST) {
        const first = below(rest.length - LONGEST_REST);
        rest = rest.slice(first, first + LONGEST_REST);
      }
      mark++;
      const single = rest.filter((id) => {
        const isNew = marked[id] !== mark;
        marked[id] = mark;
        return isNew;
      });
      const masked = span.filter((id) => marked[id] !== mark || random() >= MASKED);
      return { span: [...new Set(masked.length >= 2 ? masked : span)], rest: single };
    },
  };
}

/** A random half of the words of one matter and the other half; each matter `times` times. */
export function conceptPairs(concepts: readonly (readonly number[])[], times: number): PairSource {
  const pairable = concepts
    .map((concept) => [...new Set(concept)])
    .filter((concept) => concept.length >= 2);
  return {
    count: pairable.length * times,
    draw(item, random) {
      const words = pairable[item % pairable.length]!.slice();
      for (let last = words.length - 1; last > 0; last--) {
        const other = Math.floor(random() * (last + 1));
        [words[last], words[other]] = [words[other]!, words[last]!];
      }
      const half = Math.floor((words.length + Math.floor(random() * 2)) / 2);
      return { span: words.slice(0, half), rest: words.slice(half) };
    },
  };
}

/** The pairs of several sources as those of one. */
export function joinSources(sources: readonly PairSource[]): PairSource {
  return {
    count: sources.reduce((sum, source) => sum + source.count, 0),
    draw(item, random) {
      let rest = item;
      for (const source of sources) {
        if (rest < source.count) return source.draw(rest, random);
        rest -= source.count;
      }
      throw new RangeError(`There is no pair ${item}.`);
    },
  };
}
