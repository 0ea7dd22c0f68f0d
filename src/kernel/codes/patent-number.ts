import { canonicalCode, type CodeProblem } from './code-check.ts';

export type PatentKind = 'invention' | 'utility_model' | 'design';

/** A Chinese patent application number taken apart, or the first thing that is wrong with it. */
export type PatentNumberCheck =
  | {
      ok: true;
      /** With its point: 201710601862.3 or, before 2003-10, 95115608.X. */
      value: string;
      kind: PatentKind;
      /** Entered China through the Patent Cooperation Treaty (kinds 8 and 9). */
      international: boolean;
      year: number;
    }
  | { ok: false; problem: CodeProblem };

// ZC 0006-2003: the weights run 2–9 and start again; the form before October 2003 has the first eight.
const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
const KINDS: Readonly<Record<string, { kind: PatentKind; international: boolean }>> = {
  1: { kind: 'invention', international: false },
  2: { kind: 'utility_model', international: false },
  3: { kind: 'design', international: false },
  8: { kind: 'invention', international: true },
  9: { kind: 'utility_model', international: true },
};

/** Check character for an application number of twelve digits, or of eight (before 2003-10); undefined for anything else. */
export function patentCheckCharacter(digits: string): string | undefined {
  if (!/^(\d{8}|\d{12})$/.test(digits)) return undefined;
  let sum = 0;
  for (const [place, digit] of Array.from(digits).entries())
    sum += Number(digit) * (WEIGHTS[place] ?? 0);
  const check = sum % 11;
  return check === 10 ? 'X' : String(check);
}

/**
 * Checks a Chinese patent application number, also when written as ZL… or CN… and with or without the point.
 * Any single wrong digit is detected: no weight is a multiple of 11.
 */
export function checkPatentNumber(input: string): PatentNumberCheck {
  const bare = canonicalCode(input)
    .replace(/^(ZL|CN)/, '')
    .replace('.', '');
  if (bare.length !== 9 && bare.length !== 13) return { ok: false, problem: 'length' };
  const digits = bare.slice(0, -1);
  const isOldForm = digits.length === 8;
  const kind = KINDS[digits.charAt(isOldForm ? 2 : 4)];
  if (!/^\d+[\dX]$/.test(bare) || kind === undefined) return { ok: false, problem: 'alphabet' };
  if (patentCheckCharacter(digits) !== bare.slice(-1)) return { ok: false, problem: 'check' };
  const year = isOldForm ? oldFormYear(Number(digits.slice(0, 2))) : Number(digits.slice(0, 4));
  return { ok: true, value: `${digits}.${bare.slice(-1)}`, ...kind, year };
}

// The office opened in 1985 and left the two-digit form in 2003.
function oldFormYear(twoDigits: number): number {
  return twoDigits >= 85 ? 1900 + twoDigits : 2000 + twoDigits;
}
