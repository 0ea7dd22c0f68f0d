import { canonicalCode, type CodeCheck, type CodeProblem } from './code-check.ts';
import { checkOrganisationCode } from './organisation-code.ts';

// GB 32100-2015: I, O, S, V and Z are left out; the value of a character is its place here.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** A unified social credit code taken apart, or the first thing that is wrong with it. */
export type UsccCheck =
  | {
      ok: true;
      value: string;
      /** GB/T 2260 code of the registering authority, e.g. 500118. */
      regionCode: string;
      /** Check of the GB 11714 code inside (places 9–17). Older and some special bodies carry one that does not fit, so this informs and does not refuse. */
      organisationCode: CodeCheck;
    }
  | { ok: false; problem: CodeProblem };

/** Check character of GB 32100 for the first seventeen; undefined when they are not of the standard's form. */
export function usccCheckCharacter(firstSeventeen: string): string | undefined {
  if (firstSeventeen.length !== 17 || !SHAPE.test(`${firstSeventeen}0`)) return undefined;
  let sum = 0;
  let weight = 1;
  for (const character of firstSeventeen) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100-2015).
 * Any single wrong character is detected: the check works modulo the prime 31 over 31 characters with weights that are never 0.
 */
export function checkUscc(input: string): UsccCheck {
  const value = canonicalCode(input);
  if (value.length !== 18) return { ok: false, problem: 'length' };
  if (!SHAPE.test(value)) return { ok: false, problem: 'alphabet' };
  if (usccCheckCharacter(value.slice(0, 17)) !== value.charAt(17)) {
    return { ok: false, problem: 'check' };
  }
  return {
    ok: true,
    value,
    regionCode: value.slice(2, 8),
    organisationCode: checkOrganisationCode(value.slice(8, 17)),
  };
}
