import { readChineseNumeral } from './chinese-numerals.ts';
import { normaliseText, originalRange } from './normalise.ts';
import {
  ABOUT,
  ABOUT_AFTER,
  AT_LEAST,
  AT_LEAST_AFTER,
  AT_MOST,
  AT_MOST_AFTER,
  CHANGED_BY,
  CHANGED_FROM,
  CHANGED_TO,
} from './quantity-words.ts';
import { type Dimension, unitAt } from './units.ts';

/**
 * How a quantity bounds what it speaks of: `le` at most, `ge` at least, `range` between two values,
 * `within` a deviation (±), `eq` the value itself.
 */
export type Comparison = 'le' | 'ge' | 'range' | 'within' | 'eq';

/** A number with its unit as found in a text. */
export type Quantity = {
  /** UTF-16 offsets into the original text, with the words of comparison. */
  start: number;
  end: number;
  /** The same stretch as written. */
  text: string;
  /** Bounds in the base unit of the dimension; null = open on that side. For `eq`, both are the value or its spoken range. */
  min: number | null;
  max: number | null;
  comparison: Comparison;
  /** `约`, `左右`, `30多`: not meant to the last digit. */
  approximate: boolean;
  /** e.g. `length`, `mass/volume`, `money/count:台`. Only equal dimensions may be compared. */
  dimension: string;
  /** The unit as written, e.g. `μm`, `元/台`. */
  unit: string;
  /** What one written unit is in base units. */
  factor: number;
  /** `by`: an amount of change (下降62%); `from`, `to`: its two ends (由38μm降至7μm). */
  change?: 'from' | 'to' | 'by';
};

const ARABIC = String.raw`\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const HAN = '[零〇一二两三四五六七八九十百千万亿几半]+';
const NUMBER = new RegExp(`(?:${ARABIC})|${HAN}`, 'gu');
const RANGE = /^\s*(?:~|-|–|—|−|至|到|…)\s*/u;
const MULTIPLIERS: Record<string, number> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};

type Read = { min: number; max: number; end: number; approximate: boolean; han: boolean };

/** Quantities with a unit, in reading order. Bare numbers, dates and model names are left out. */
export function readQuantities(original: string): Quantity[] {
  const normalised = normaliseText(original, { keepCase: true });
  const text = normalised.text;
  const found: Quantity[] = [];
  let from = 0;
  while (from < text.length) {
    NUMBER.lastIndex = from;
    const match = NUMBER.exec(text);
    if (!match) break;
    const read = readAt(text, match.index);
    if (read === undefined) {
      from = match.index + match[0].length;
      continue;
    }
    from = read.end;
    const range = originalRange(normalised, read.start, read.end);
    found.push({ ...read.quantity, ...range, text: original.slice(range.start, range.end) });
  }
  return found;
}

function readAt(
  text: string,
  at: number,
): { quantity: Omit<Quantity, 'start' | 'end' | 'text'>; start: number; end: number } | undefined {
  // C3421, V2X, L4: a digit after a letter is part of a name.
  if (/[A-Za-z_.]/.test(text[at - 1] ?? '') || text[at - 1] === '第') return undefined;
  const first = readNumber(text, at);
  if (!first) return undefined;
  let end = first.end;
  let { min, max } = first;
  let approximate = first.approximate;
  let ranged = min !== max;
  // A percentage in words (百分之五) carries its unit in front.
  const wordPercent = first.han && text.slice(at, end) === '百' && text.startsWith('分之', end);
  if (wordPercent) {
    const value = readNumber(text, end + 2);
    if (!value) return undefined;
    return finish(text, at, value.end, {
      min: value.min / 100,
      max: value.max / 100,
      dimension: 'ratio',
      unit: '%',
      factor: 0.01,
      ranged: value.min !== value.max,
      approximate: value.approximate,
    });
  }
  let unit = readUnit(text, end, first);
  const connector = RANGE.exec(text.slice(unit?.end ?? end))?.[0];
  if (connector !== undefined) {
    const next = (unit?.end ?? end) + connector.length;
    const second = readNumber(text, next);
    const secondUnit = second && readUnit(text, second.end, second);
    if (second && secondUnit && (unit === undefined || unit.dimension === secondUnit.dimension)) {
      const factor = unit?.factor ?? secondUnit.factor;
      min = Math.min(min * factor, second.min * secondUnit.factor);
      max = Math.max(max * factor, second.max * secondUnit.factor);
      return finish(text, at, secondUnit.end, {
        min,
        max,
        dimension: secondUnit.dimension,
        unit: secondUnit.written,
        factor: secondUnit.factor,
        ranged: true,
        approximate: approximate || second.approximate,
      });
    }
  }
  if (!unit) return undefined;
  end = unit.end;
  // 七成八 = 78 %, 一年半 = 1.5 years, 七成多
  const tail = text[end] ?? '';
  if (unit.written === '成') {
    const digit = /^[一二三四五六七八九]/u.test(tail) ? readChineseNumeral(tail) : undefined;
    if (digit) {
      min += digit.min / 10;
      max += digit.max / 10;
      end++;
    }
  }
  if (tail === '半' && (unit.dimension === 'time' || unit.written === '成')) {
    min += 0.5;
    max += 0.5;
    end++;
  }
  if (/^[多余来]/u.test(text.slice(end)) && first.han) {
    approximate = true;
    end++;
  }
  // A year of the calendar is no duration.
  if (unit.written === '年' && min >= 1900 && max <= 2100) return undefined;
  // 一个, 两台 in running speech count nothing that could be compared.
  if (unit.dimension.startsWith('count') && first.han) return undefined;
  // 一块 and 一角 are pieces before they are money.
  if (first.han && /^[块角]$/u.test(unit.written)) return undefined;
  ranged = min !== max;
  return finish(text, at, end, {
    min: min * unit.factor,
    max: max * unit.factor,
    dimension: unit.dimension,
    unit: unit.written,
    factor: unit.factor,
    ranged,
    approximate,
  });
}

/** A number, with 万 and 多 after it, but without its unit. */
function readNumber(text: string, at: number): Read | undefined {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match || match.index !== at) return undefined;
  const written = match[0];
  const han = !/\d/.test(written);
  let end = at + written.length;
  let value: { min: number; max: number } | undefined;
  if (han) value = readChineseNumeral(written);
  else {
    const number = Number(written.replaceAll(',', ''));
    value = { min: number, max: number };
  }
  if (!value) return undefined;
  let { min, max } = value;
  let approximate = han && /几/u.test(written);
  const power = /^(?:×|x|\*)10\^?([⁰¹²³⁴-⁹]+|\d+)/u.exec(text.slice(end));
  if (power) {
    const scale = 10 ** Number((power[1] ?? '0').normalize('NFKC'));
    min *= scale;
    max *= scale;
    end += power[0].length;
  }
  for (let round = 0; round < 2; round++) {
    const more = /^[多余几来](?=[百千万亿\p{L}°%])/u.exec(text.slice(end));
    if (more) {
      approximate = true;
      end += 1;
    }
    const multiplier = /^(?:百万|千万|[百千万亿])/u.exec(text.slice(end))?.[0];
    if (multiplier !== undefined && !han) {
      min *= MULTIPLIERS[multiplier] ?? 1;
      max *= MULTIPLIERS[multiplier] ?? 1;
      end += multiplier.length;
    }
  }
  return { min, max, end, approximate, han };
}

/** A unit, or a compound one (元/台, g/100g, mg/m3), with spaces allowed before it. */
function readUnit(
  text: string,
  at: number,
  number: Read,
): { dimension: string; factor: number; written: string; end: number } | undefined {
  const start = at + (/^\s{0,2}/.exec(text.slice(at))?.[0].length ?? 0);
  const unit = unitAt(text, start);
  if (!unit) {
    // 预算100万: the unit of money is often left out after 万 and 亿.
    if (
      /[万亿]$/u.test(text.slice(0, at)) &&
      /(?:预算|投入|投资|报价|价格|费用|经费|资金|[花收]了?)[^。；！？，,]{0,6}$/u.test(
        text.slice(0, at - 1),
      )
    ) {
      return { dimension: 'money', factor: 1, written: '元', end: at };
    }
    return undefined;
  }
  let end = start + unit.written.length;
  let dimension: string = countDimension(unit.dimension, unit.written);
  let { factor } = unit;
  let written = unit.written;
  if (unit.dimension === 'degree') {
    const before = text.slice(Math.max(0, at - 14), at);
    const after = text.slice(end, end + 2);
    if (/零下|零上|[温热冷烫凉烟汽窑炉]/u.test(before) || /保存|烘|的水/u.test(after))
      dimension = 'temperature';
  }
  const per = /^\/(\d*)/.exec(text.slice(end));
  if (per) {
    const below = unitAt(text, end + per[0].length);
    if (below && below.dimension !== 'ratio') {
      dimension = `${dimension}/${countDimension(below.dimension, below.written)}`;
      factor /= below.factor * (per[1] === '' ? 1 : Number(per[1]));
      written += per[0] + below.written;
      end += per[0].length + below.written.length;
    }
  }
  return number.max >= 0 ? { dimension, factor, written, end } : undefined;
}

function countDimension(dimension: Dimension, written: string): string {
  return dimension === 'count' ? `count:${written}` : dimension;
}

type Body = {
  min: number;
  max: number;
  dimension: string;
  unit: string;
  factor: number;
  ranged: boolean;
  approximate: boolean;
};

/** Reads the words of comparison around a number with its unit. */
function finish(
  text: string,
  at: number,
  bodyEnd: number,
  body: Body,
): { quantity: Omit<Quantity, 'start' | 'end' | 'text'>; start: number; end: number } {
  let start = at;
  let end = bodyEnd;
  let { min, max, approximate } = body;
  let comparison: Comparison = body.ranged ? 'range' : 'eq';
  const before = () => text.slice(Math.max(0, start - 12), start);

  if (/(?:±|\+\/-|正负)\s*$/u.test(before())) {
    start -= /(?:±|\+\/-|正负)\s*$/u.exec(before())![0].length;
    comparison = 'within';
    max = Math.max(Math.abs(min), Math.abs(max));
    min = -max;
  } else {
    const below = /(?:零下|(?<![\dA-Za-z°%])[-−])$/u.exec(before());
    if (below) {
      start -= below[0].length;
      [min, max] = [-max, -min];
    }
    const about = ABOUT.find((word) => before().endsWith(word));
    if (about !== undefined) {
      approximate = true;
      start -= about.length;
    }
    // Longer words first: 不低于 ends with 低于.
    const most = AT_MOST.find((word) => before().trimEnd().endsWith(word));
    const least = AT_LEAST.find((word) => before().trimEnd().endsWith(word));
    const word = (most?.length ?? 0) >= (least?.length ?? 0) ? most : least;
    if (word !== undefined) {
      start = before().trimEnd().length + Math.max(0, start - 12) - word.length;
      comparison = word === most ? 'le' : 'ge';
    }
    const aboutAfter = ABOUT_AFTER.exec(text.slice(end));
    if (aboutAfter) {
      approximate = true;
      end += aboutAfter[0].length;
    }
    const mostAfter = AT_MOST_AFTER.exec(text.slice(end));
    const leastAfter = AT_LEAST_AFTER.exec(text.slice(end));
    if (mostAfter) {
      comparison = 'le';
      end += mostAfter[0].length;
    } else if (leastAfter) {
      comparison = 'ge';
      end += leastAfter[0].length;
    }
  }
  const lead = text.slice(Math.max(0, start - 12), start);
  const change = CHANGED_BY.test(lead)
    ? 'by'
    : CHANGED_FROM.test(lead)
      ? 'from'
      : CHANGED_TO.test(lead)
        ? 'to'
        : undefined;
  return {
    start,
    end,
    quantity: {
      min: comparison === 'le' ? null : exact(min),
      max: comparison === 'ge' ? null : exact(max),
      comparison,
      approximate,
      dimension: body.dimension,
      unit: body.unit,
      factor: body.factor,
      ...(change === undefined ? {} : { change }),
    },
  };
}

/** Conversion by factors leaves noise in the last binary digits; twelve decimal ones are plenty. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
