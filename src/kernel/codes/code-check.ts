/** What is wrong with a code somebody typed: too long or short, a character the standard does not allow at that place, or a check character that does not fit the rest. */
export type CodeProblem = 'length' | 'alphabet' | 'check';

/** A checked code in its canonical spelling, or the first thing that is wrong with it. */
export type CodeCheck = { ok: true; value: string } | { ok: false; problem: CodeProblem };

/** Brings what people type or paste (full-width characters, spaces, dashes, small letters) to the form that the standards define. Never guesses: O stays O and is refused later. */
export function canonicalCode(input: string): string {
  return input
    .normalize('NFKC')
    .replace(/[\s\-‐‑–—]/gu, '')
    .toUpperCase();
}
