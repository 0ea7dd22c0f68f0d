import { GAP } from './cut-words.ts';

/** In a stream of term numbers: something that is no term of the vocabulary, and the end of a paragraph. */
export const NO_TERM = -1;
export const PARAGRAPH_END = -2;

/** The terms, most frequent first and the trade words the texts do not have last, with their counts. */
export type Vocabulary = { terms: readonly string[]; counts: readonly number[] };

/** All texts as term numbers, `NO_TERM` and `PARAGRAPH_END`. */
export type TermStream = Int32Array;

export type VocabularySize = { most: number; leastCount: number };

/** A trade word counts at least as often as this: it was chosen, not found. */
const LEAST_TRADE_COUNT = 5;
const TERM = /^(?:[\u3400-\u9fff]{1,8}|[a-z][a-z0-9+-]{1,14})$/;

/** Takes words in, paragraph by paragraph, and gives the vocabulary and the texts in its numbers. */
export class WordStream {
  #ids = new Map<string, number>();
  #stream = new Int32Array(1 << 16);
  #length = 0;

  addParagraph(words: readonly string[]): void {
    if (this.#length + words.length + 1 > this.#stream.length) {
      const larger = new Int32Array(Math.ceil((this.#stream.length + words.length + 1) * 1.5));
      larger.set(this.#stream);
      this.#stream = larger;
    }
    for (const word of words) this.#stream[this.#length++] = this.#idOf(word);
    this.#stream[this.#length++] = PARAGRAPH_END;
  }

  #idOf(word: string): number {
    if (word === GAP) return NO_TERM;
    let id = this.#ids.get(word);
    if (id === undefined) {
      id = this.#ids.size;
      // A copy: what was cut out of a long text would keep all of it in memory.
      this.#ids.set(Buffer.from(word).toString(), id);
    }
    return id;
  }

  /**
   * The `size.most` most frequent words with at least `size.leastCount` occurrences, and all of
   * `tradeWords`. The stream is handed over, not copied: afterwards this is of no more use.
   */
  finish(
    tradeWords: readonly string[],
    size: VocabularySize,
  ): { vocabulary: Vocabulary; stream: TermStream } {
    const stream = this.#stream.subarray(0, this.#length);
    const words = [...this.#ids.keys()];
    const counts = new Float64Array(words.length);
    for (const id of stream) if (id >= 0) counts[id]!++;

    const frequent = words
      .flatMap((word, id) => (TERM.test(word) && counts[id]! >= size.leastCount ? [id] : []))
      .sort((a, b) => counts[b]! - counts[a]! || a - b)
      .slice(0, size.most);
    const taken = new Set(frequent.map((id) => words[id]!));
    const added = [...new Set(tradeWords)].filter((word) => !taken.has(word));
    const countOf = (word: string): number => counts[this.#ids.get(word) ?? -1] ?? 0;

    const terms = [...taken, ...added];
    if (terms.length === 0) throw new Error('The texts have too few words for a vocabulary.');
    const trade = new Set(tradeWords);
    const vocabulary = {
      terms,
      counts: terms.map((term) =>
        trade.has(term) ? Math.max(LEAST_TRADE_COUNT, countOf(term)) : countOf(term),
      ),
    };

    const numbers = new Int32Array(words.length).fill(NO_TERM);
    for (const [number, term] of terms.entries()) {
      const id = this.#ids.get(term);
      if (id !== undefined) numbers[id] = number;
    }
    for (let at = 0; at < stream.length; at++) {
      if (stream[at]! >= 0) stream[at] = numbers[stream[at]!]!;
    }
    this.#ids.clear();
    return { vocabulary, stream };
  }
}
