import industryData from '../data/industries.json' with { type: 'json' };
import { searchCodedNames, type CodedName } from './coded-names.ts';

/** A row of GB/T 4754-2017; codes carry the letter of their section (门类): `C`, `C34`, `C342`, `C3421`. */
export type Industry = CodedName;

export const industries: readonly Industry[] = industryData.industries;

const industryByCode = new Map(industries.map((industry) => [industry.code, industry]));
const codeWithoutSection = new Map(
  industries.filter(({ code }) => code.length > 1).map(({ code }) => [code.slice(1), code]),
);

/** Finds an industry by its code, with or without the letter of its section (`C3421`, `3421`). */
export function findIndustry(code: string): Industry | undefined {
  const canonical = code.trim().toUpperCase();
  return industryByCode.get(codeWithoutSection.get(canonical) ?? canonical);
}

const industryByName = new Map(
  // A narrower row with the same name as the one above says more.
  industries.map((industry) => [industry.name, industry]),
);

/** Finds an industry by its code or its full Chinese name. */
export const findNamedIndustry = (text: string): Industry | undefined =>
  findIndustry(text) ?? industryByName.get(text.trim());

/** Throws RangeError for a code that GB/T 4754 does not have. */
export function getIndustry(code: string): Industry {
  const industry = findIndustry(code);
  if (industry === undefined) throw new RangeError(`no industry has the code ${code}`);
  return industry;
}

/** The industry and those above it, the section first; empty for an unknown code. */
export function industryPath(code: string): Industry[] {
  const industry = findIndustry(code);
  if (industry === undefined) return [];
  return [...(industry.parent === undefined ? [] : industryPath(industry.parent)), industry];
}

/** The name in the reader's language; in English the section's name stands before a Chinese one that has no translation. The bare code when it is unknown. */
export function industryLabel(code: string, locale: 'zh-CN' | 'en'): string {
  const path = industryPath(code);
  const [section] = path;
  const industry = path.at(-1);
  if (section === undefined || industry === undefined) return code;
  if (locale === 'zh-CN') return industry.name;
  if (industry.nameEn !== undefined) return industry.nameEn;
  return `${section.nameEn ?? section.name}: ${industry.name}`;
}

/** The narrowest level that two industries share: the same row, its group (中类), division (大类) or section (门类). */
export type IndustryCloseness = 'same' | 'group' | 'division' | 'section' | 'elsewhere';

/** How near two industries are in the classification; a wider code (`C34`) is as near as its own level. Unknown codes are `elsewhere`. */
export function industryCloseness(a: string, b: string): IndustryCloseness {
  const [first, second] = [findIndustry(a)?.code, findIndustry(b)?.code];
  if (first === undefined || second === undefined) return 'elsewhere';
  if (first === second) return 'same';
  const shorter = Math.min(first.length, second.length);
  for (const [length, level] of [
    [4, 'group'],
    [3, 'division'],
    [1, 'section'],
  ] as const) {
    if (shorter >= length && first.slice(0, length) === second.slice(0, length)) return level;
  }
  return 'elsewhere';
}

/** Industries for a picker, by name, pinyin, initials, English name or the start of the code. */
export function searchIndustries(query: string, limit: number): Industry[] {
  return searchCodedNames(industries, query, { limit, levelOf: ({ code }) => code.length });
}
