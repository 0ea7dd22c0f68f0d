import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** How often the dictionary is told that a trade word occurs: rare, yet likelier than most pairs of words. */
const TOLD_COUNT = 20;
const WORD = /^(?:\p{Script=Han}+|[a-z][a-z0-9+-]*)$/u;
const NUMBER = /^[\d.%]+$/;

/** What stands in a paragraph between words: punctuation, numbers, signs. */
export const GAP = '';

/**
 * Cuts a paragraph into words; what is no word becomes a `GAP`, several signs in a row one `GAP`.
 * Of `known` each is kept in one piece where it occurs.
 */
export function wordCutter(known: readonly string[]): (paragraph: string) => string[] {
  const jieba = Jieba.withDict(dict);
  const unknown = known.filter((word) => jieba.cut(word, true).length > 1);
  jieba.loadDict(Buffer.from(unknown.map((word) => `${word} ${TOLD_COUNT} n\n`).join('')));
  const all = new Set(known);
  return (paragraph) => {
    const words: string[] = [];
    let afterSign = false;
    for (const cut of jieba.cut(paragraph, true)) {
      const word = cut.trim();
      if (word === '') continue;
      const isWord = WORD.test(word) || all.has(word);
      const isSign = !isWord && !NUMBER.test(word);
      if (isSign && afterSign) continue;
      words.push(isWord ? word : GAP);
      afterSign = isSign;
    }
    return words;
  };
}
