import type { Quantity } from './quantities.ts';

/** How what is offered stands to what is wanted. */
export type Fit = 'met' | 'partly' | 'missed' | 'unknown';

/**
 * Does `offered` satisfy `wanted`? Both must have one dimension, else `unknown`. An offered range
 * that reaches both sides of the bound is `partly`. Values are compared with 0.1 % of slack.
 */
export function compareQuantities(wanted: Quantity, offered: Quantity): Fit {
  if (wanted.dimension !== offered.dimension) return 'unknown';
  if ((wanted.change === 'by') !== (offered.change === 'by')) return 'unknown';
  const slack = (bound: number) => Math.abs(bound) * 1e-3;
  const low = offered.min ?? Number.NEGATIVE_INFINITY;
  const high = offered.max ?? Number.POSITIVE_INFINITY;
  if (wanted.comparison === 'ge') {
    const bound = wanted.min ?? 0;
    if (low >= bound - slack(bound)) return 'met';
    return high >= bound - slack(bound) ? (offered.max === null ? 'unknown' : 'partly') : 'missed';
  }
  if (wanted.comparison === 'le') {
    const bound = wanted.max ?? 0;
    if (high <= bound + slack(bound)) return 'met';
    return low <= bound + slack(bound)
      ? low < 0 || offered.min === null
        ? 'unknown'
        : 'partly'
      : 'missed';
  }
  const min = wanted.min ?? Number.NEGATIVE_INFINITY;
  const max = wanted.max ?? Number.POSITIVE_INFINITY;
  if (wanted.comparison === 'within' && offered.comparison !== 'within') {
    // A deviation is often given without its sign: 偏差 3 % meets ±5 %.
    const size = Math.max(Math.abs(low), Math.abs(high));
    return size <= max + slack(max) ? 'met' : Number.isFinite(size) ? 'missed' : 'unknown';
  }
  if (low >= min - slack(min) && high <= max + slack(max)) return 'met';
  return high < min - slack(min) || low > max + slack(max) ? 'missed' : 'partly';
}
