import { normaliseText } from './normalise.ts';

/**
 * One unit of text as ranking reads it: a Han character, or a whole run of Latin letters and
 * digits. `start`, `end`: UTF-16 offsets into the original text. `run`: tokens with the same
 * number stand next to each other in one unbroken run of the same script.
 */
export type Token = { text: string; start: number; end: number; run: number; han: boolean };

const RUN = /\p{Script=Han}+|[a-z0-9\u03b1-\u03c9]+(?:\.[a-z0-9\u03b1-\u03c9]+)*/gu;
const NUMBER = /^[0-9.]+$/;

/** A bare number says nothing as a word: numbers are compared as quantities. */
export function isNumber(gram: string): boolean {
  return NUMBER.test(gram);
}

export function tokenise(text: string): Token[] {
  const normalised = normaliseText(text);
  const tokens: Token[] = [];
  let run = 0;
  for (const match of normalised.text.matchAll(RUN)) {
    const code = match[0].charCodeAt(0);
    const han = code > 0x2000;
    run++;
    let at = match.index;
    for (const part of han ? match[0] : [match[0]]) {
      const start = normalised.from[at] ?? 0;
      const end = normalised.to[at + part.length - 1] ?? start;
      tokens.push({ text: part, start, end, run, han });
      at += part.length;
    }
  }
  return tokens;
}

/** Single characters and whole Latin runs, in order, with repetitions. */
export function unigrams(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.text);
}

/**
 * Pairs of neighbouring Han characters; a character standing alone and a Latin run count as they
 * are, so that no text is left without a gram.
 */
export function bigrams(tokens: readonly Token[]): string[] {
  const grams: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    if (!token.han) grams.push(token.text);
    else if (next?.run === token.run) grams.push(token.text + next.text);
    else if (tokens[i - 1]?.run !== token.run) grams.push(token.text);
  }
  return grams;
}

/**
 * What the full-text index stores: single characters and bigrams, joined by spaces. Bigrams alone
 * would make a smaller index but lose one answer in eight: plain words and terms of the trade often
 * share no more than a character (烟 and 烟气, 焊 and 焊接). A large library is searched by its rarer
 * grams only, which costs the same either way.
 */
export function indexGrams(text: string): string {
  const tokens = tokenise(text);
  const inRuns = tokens.filter(
    (token, i) =>
      token.han && (tokens[i - 1]?.run === token.run || tokens[i + 1]?.run === token.run),
  );
  return [...inRuns.map((token) => token.text), ...bigrams(tokens)].join(' ');
}
