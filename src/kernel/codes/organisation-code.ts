import { canonicalCode, type CodeCheck } from './code-check.ts';

// GB 11714: eight characters of 0-9A-Z (A=10 … Z=35) and a check character.
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of GB 11714 for the first eight characters (0-9A-Z); undefined when they are not of that form. */
export function organisationCodeCheckCharacter(firstEight: string): string | undefined {
  if (!/^[0-9A-Z]{8}$/.test(firstEight)) return undefined;
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + Number.parseInt(firstEight.charAt(place), 36) * weight,
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/**
 * Checks an organisation code (组织机构代码, GB 11714), with or without its dash.
 * The code works modulo 11 over 36 characters, so an exchange of two characters whose values differ by 11 (0 and B, 1 and C) stays unseen: that is the standard's limit.
 */
export function checkOrganisationCode(input: string): CodeCheck {
  const value = canonicalCode(input);
  if (value.length !== 9) return { ok: false, problem: 'length' };
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(value)) return { ok: false, problem: 'alphabet' };
  return organisationCodeCheckCharacter(value.slice(0, 8)) === value.charAt(8)
    ? { ok: true, value }
    : { ok: false, problem: 'check' };
}
