const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** One value, or the two ends that spoken Chinese leaves open (六七 = 6 to 7, 十几 = 11 to 19). */
export type NumeralValue = { min: number; max: number };

/**
 * Reads a numeral written in Chinese characters: 三十, 一百五六十, 两千, 十几, 几十, 半.
 * Returns undefined for what is not a number.
 */
export function readChineseNumeral(text: string): NumeralValue | undefined {
  if (text === '') return undefined;
  if (text === '半') return { min: 0.5, max: 0.5 };
  let total: NumeralValue = { min: 0, max: 0 };
  let section: NumeralValue = { min: 0, max: 0 };
  let digit: NumeralValue | undefined;
  let scale = 0;
  for (const character of text) {
    const value = DIGITS[character];
    if (value !== undefined) {
      if (digit === undefined || digit.min === 0) digit = { min: value, max: value };
      else if (digit.min === digit.max && value === digit.min + 1)
        digit = { min: digit.min, max: value };
      else return undefined;
      continue;
    }
    if (character === '几') {
      if (digit !== undefined) return undefined;
      // 十几 is 11 to 19; 几十 is 20 to 90.
      digit = scale > 0 ? { min: 1, max: 9 } : { min: 2, max: 9 };
      continue;
    }
    const small = SMALL[character];
    if (small !== undefined) {
      const base = digit ?? { min: 1, max: 1 };
      section = { min: section.min + base.min * small, max: section.max + base.max * small };
      scale = small;
      digit = undefined;
      continue;
    }
    const large = LARGE[character];
    if (large === undefined) return undefined;
    const min = section.min + (digit?.min ?? 0);
    const max = section.max + (digit?.max ?? 0);
    if (max === 0) return undefined;
    total = { min: total.min + min * large, max: total.max + max * large };
    section = { min: 0, max: 0 };
    digit = undefined;
    scale = large;
  }
  // 三万五 and 一百五 leave the last rank unsaid: it is one below the last one spoken.
  const spoken = scale >= 100 && digit !== undefined && !/[零〇几]/u.test(text) ? scale / 10 : 1;
  const min = total.min + section.min + (digit?.min ?? 0) * spoken;
  const max = total.max + section.max + (digit?.max ?? 0) * spoken;
  return { min, max };
}
