import { canonicalCode, type CodeCheck } from './code-check.ts';

/** Check character of ISO/IEC 7064 MOD 11-2 for the first fifteen digits; undefined when they are not digits. */
export function orcidCheckCharacter(firstFifteen: string): string | undefined {
  if (!/^\d{15}$/.test(firstFifteen)) return undefined;
  let total = 0;
  for (const digit of firstFifteen) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** Checks an ORCID iD, bare or as its web address; `value` is in groups of four (0000-0002-1825-0097). Any single wrong digit is detected. */
export function checkOrcid(input: string): CodeCheck {
  const bare = canonicalCode(input).replace(/^(HTTPS?:\/\/)?(WWW\.)?ORCID\.ORG\//, '');
  if (bare.length !== 16) return { ok: false, problem: 'length' };
  if (!/^\d{15}[\dX]$/.test(bare)) return { ok: false, problem: 'alphabet' };
  if (orcidCheckCharacter(bare.slice(0, 15)) !== bare.charAt(15)) {
    return { ok: false, problem: 'check' };
  }
  return { ok: true, value: bare.replace(/(.{4})(?=.)/g, '$1-') };
}
