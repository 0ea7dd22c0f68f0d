import { readQuantities } from '../../../kernel/text/quantities.ts';
import type { Ask, Offer, Reason } from './match.ts';

/**
 * Conditions beside the technical text: money, maturity, way of working together, distance, trade.
 * Each gives at most one reason. `wanted` and `offered` are values, the sentence is the page's.
 */
export type Condition = { reason: Reason; feature: number };

const CENT = 1e-6;

/** The budget in 10,000 CNY that a text states (预算100万左右), or undefined. */
export function readBudgetWan(text: string): number | undefined {
  const quantity = readQuantities(text).find(
    (found) =>
      found.dimension === 'money' &&
      /(?:预算|总投入|投入|投资|经费|费用控制)[^。；！？;\n]{0,8}$/u.test(
        text.slice(0, found.start),
      ),
  );
  const yuan = quantity?.max ?? quantity?.min;
  return yuan === undefined || yuan === null ? undefined : yuan / 10_000;
}

/** `ask.budgetWan` holds also what only the text states (see `readQuestion`). */
export function budgetCondition(ask: Ask, offer: Offer): Condition | undefined {
  const budget = ask.budgetWan;
  if (budget === undefined || budget === null) return undefined;
  const wanted = `≤${budget}万元`;
  const min = offer.priceMinWan ?? offer.priceMaxWan;
  const max = offer.priceMaxWan ?? offer.priceMinWan;
  if (min === undefined || min === null || max === undefined || max === null) {
    if (offer.kind === 'expert') return undefined;
    return {
      feature: 0.5,
      reason: {
        kind: 'budget',
        verdict: 'none',
        wanted,
        offered: null,
        note: { code: 'budget.no-price' },
      },
    };
  }
  const offered = min === max ? `${min}万元` : `${min}–${max}万元`;
  const params = { budget, min, max };
  if (max <= budget + CENT) {
    const note = { code: 'budget.within', params: { ...params, left: round(budget - max) } };
    return { feature: 1, reason: { kind: 'budget', verdict: 'yes', wanted, offered, note } };
  }
  if (min <= budget + CENT) {
    const note = {
      code: 'budget.upper-end-above',
      params: { ...params, over: round(max - budget) },
    };
    return { feature: 0.5, reason: { kind: 'budget', verdict: 'part', wanted, offered, note } };
  }
  const note = { code: 'budget.above', params: { ...params, over: round(min - budget) } };
  return { feature: 0, reason: { kind: 'budget', verdict: 'no', wanted, offered, note } };
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

/** The sooner it must work, the further it must be: within half a year shown in its real setting (TRL 7, GB/T 22900). */
function levelFor(months: number | null | undefined): number {
  if (months === undefined || months === null) return 7;
  if (months <= 6) return 7;
  return months <= 12 ? 6 : 5;
}

export function maturityCondition(ask: Ask, offer: Offer): Condition | undefined {
  const { trl } = offer;
  if (trl === undefined || trl === null) return undefined;
  const level = levelFor(ask.months);
  const dated = ask.months !== undefined && ask.months !== null;
  const wanted = dated ? `TRL≥${level}` : null;
  const params = { trl, level, ...(dated ? { months: ask.months ?? 0 } : {}) };
  const verdict = trl >= level ? 'yes' : dated && trl <= level - 3 ? 'no' : 'part';
  const code = { yes: 'maturity.ready', part: 'maturity.needs-work', no: 'maturity.too-early' }[
    verdict
  ];
  return {
    feature: trl / 9,
    reason: { kind: 'maturity', verdict, wanted, offered: `TRL${trl}`, note: { code, params } },
  };
}

export function cooperationCondition(ask: Ask, offer: Offer): Condition | undefined {
  const wantedModes = ask.coopModes ?? [];
  const offeredModes = offer.coopModes ?? [];
  if (wantedModes.length === 0) return undefined;
  const wanted = wantedModes.join('、');
  if (offeredModes.length === 0) {
    if (offer.kind === 'expert') return undefined;
    return {
      feature: 0.5,
      reason: {
        kind: 'cooperation',
        verdict: 'none',
        wanted,
        offered: null,
        note: { code: 'cooperation.unstated' },
      },
    };
  }
  const both = wantedModes.filter((mode) => offeredModes.includes(mode));
  const offered = offeredModes.join('、');
  if (both.length > 0) {
    const note = { code: 'cooperation.shared', params: { modes: both.join('、') } };
    return { feature: 1, reason: { kind: 'cooperation', verdict: 'yes', wanted, offered, note } };
  }
  return {
    feature: 0,
    reason: {
      kind: 'cooperation',
      verdict: 'no',
      wanted,
      offered,
      note: { code: 'cooperation.other-modes-only' },
    },
  };
}

/** Municipalities of GB/T 2260: there the first two digits are the city. */
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);

export function regionCondition(ask: Ask, offer: Offer): Condition | undefined {
  const wanted = ask.regionCode;
  const offered = offer.regionCode;
  if (!wanted || !offered) return undefined;
  const province = wanted.slice(0, 2);
  const city = MUNICIPALITIES.has(province) ? province : wanted.slice(0, 4);
  const [verdict, code, feature] =
    wanted === offered
      ? (['yes', 'region.same-district', 1] as const)
      : offered.startsWith(city)
        ? (['yes', 'region.same-city', 0.8] as const)
        : offered.startsWith(province)
          ? (['near', 'region.same-province', 0.5] as const)
          : (['part', 'region.elsewhere', 0] as const);
  return { feature, reason: { kind: 'region', verdict, wanted, offered, note: { code } } };
}

/** How close two codes of GB/T 4754 are: same class 1, group 0.8, division 0.6, section 0.2. */
export function industryCloseness(
  a: string | null | undefined,
  b: string | null | undefined,
): number {
  if (!a || !b) return 0;
  if (a === b) return 1;
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  if (shared >= 4) return 0.8;
  if (shared >= 3) return 0.6;
  return shared >= 1 && /^[A-T]/.test(a) ? 0.2 : 0;
}

export function industryCondition(ask: Ask, offer: Offer): Condition | undefined {
  const closeness = industryCloseness(ask.industryCode, offer.industryCode);
  if (closeness < 0.6) return undefined;
  const verdict = closeness === 1 ? 'yes' : 'near';
  const code =
    closeness === 1
      ? 'industry.same-class'
      : closeness >= 0.8
        ? 'industry.same-group'
        : 'industry.same-division';
  return {
    feature: closeness,
    reason: {
      kind: 'industry',
      verdict,
      wanted: ask.industryCode ?? null,
      offered: offer.industryCode ?? null,
      note: { code },
    },
  };
}
