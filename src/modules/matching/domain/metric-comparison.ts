import { bigrams, isNumber, tokenise, unigrams } from '../../../kernel/text/grams.ts';
import { type Quantity, readQuantities } from '../../../kernel/text/quantities.ts';
import { compareQuantities, type Fit } from '../../../kernel/text/quantity-fit.ts';
import type { Background } from './background.ts';
import { gramWeight } from './gram-weight.ts';
import type { Reason, Verdict } from './match.ts';
import type { Place } from './shared-phrases.ts';
import { SPEAKS_OF_NEED } from './sentence-weight.ts';
import {
  INFORMATIVE,
  type ReadAsk,
  type ReadOffer,
  type TextField,
  weightAt,
} from './text-relevance.ts';

/** A figure that was asked for, and the figure of the offer that answers it, if any. */
export type MetricMeeting = { reason: Reason; asked: Place; offeredAt: Place | null };

type Figure = { quantity: Quantity; field: string; clause: string };

const SENTENCE_END = /[。！？；!?;\n]/u;
const CLAUSE_END = /[，,、。！？；：!?;:\n]/u;
/** Without one of these in the sentence a figure tells how things are, not how they should be. */
const WISH =
  /希望|要求|需要|目标|想|要|能不能|能否|最好|力争|控制|[压降减缩提升]到|做到|达到|保证|满足/u;
const DEVIATION = /偏差|误差|波动|公差|漂移|浮动/u;
const MONTH = 30 * 86_400;
/** Figures further apart than this speak of different things, whatever their unit. */
const SAME_ORDER = 20;

const quantitiesByField = new WeakMap<TextField, Quantity[]>();

function quantitiesOf(field: TextField): Quantity[] {
  let quantities = quantitiesByField.get(field);
  if (!quantities) {
    quantities = readQuantities(field.text);
    quantitiesByField.set(field, quantities);
  }
  return quantities;
}

function stretch(text: string, at: number, end: RegExp): string {
  let from = at;
  while (from > 0 && !end.test(text[from - 1]!)) from--;
  let to = at;
  while (to < text.length && !end.test(text[to]!)) to++;
  return text.slice(from, to);
}

/** The clause around a figure without the figure itself and the others in it. */
function clauseAround(field: TextField, quantity: Quantity, all: readonly Quantity[]): string {
  const clause = stretch(field.text, quantity.start, CLAUSE_END);
  let bare = clause;
  for (const other of all) bare = bare.replace(other.text, ' ');
  return bare;
}

function isDemand(quantity: Quantity, text: string): boolean {
  if (quantity.dimension === 'money' || quantity.dimension.startsWith('count')) return false;
  const bounded =
    quantity.comparison === 'le' ||
    quantity.comparison === 'ge' ||
    quantity.comparison === 'within';
  if (!bounded && quantity.change !== 'to') return false;
  return WISH.test(stretch(text, quantity.start, SENTENCE_END));
}

const demandsOf = new WeakMap<readonly TextField[], Figure[]>();

/** The figures that a question demands, each once, in reading order. It is read beside many offers. */
function demandedFigures(fields: readonly TextField[]): Figure[] {
  let demands = demandsOf.get(fields);
  if (!demands) demandsOf.set(fields, (demands = distinct(readDemands(fields))));
  return demands;
}

function readDemands(fields: readonly TextField[]): Figure[] {
  return fields.flatMap((field) => {
    const all = quantitiesOf(field);
    return all
      .filter(
        (quantity) =>
          isDemand(quantity, field.text) && weightAt(field, quantity.start) >= SPEAKS_OF_NEED,
      )
      .map((quantity) => ({
        quantity,
        field: field.name,
        clause: clauseAround(field, quantity, all),
      }));
  });
}

/** The same demand said twice, in the title and in the text, is one. */
function distinct(figures: readonly Figure[]): Figure[] {
  const seen = new Set<string>();
  return figures.filter(({ quantity }) => {
    const key = `${quantity.dimension} ${quantity.comparison} ${bound(quantity)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function offeredFigures(fields: readonly TextField[]): Figure[] {
  return fields.flatMap((field) => {
    const all = quantitiesOf(field);
    return all
      .filter((quantity) => quantity.change !== 'from')
      .map((quantity) => ({
        quantity,
        field: field.name,
        clause: clauseAround(field, quantity, all),
      }));
  });
}

/** How surely two clauses speak of the same thing: telling words shared, or just telling characters. */
function kinship(a: string, b: string, background: Background): 'words' | 'characters' | 'none' {
  const inA = tokenise(a);
  const inB = tokenise(b);
  const pairs = new Set(bigrams(inB));
  const shared = bigrams(inA).find(
    (gram) =>
      gram.length > 1 &&
      !isNumber(gram) &&
      pairs.has(gram) &&
      gramWeight(gram, background) >= INFORMATIVE,
  );
  if (shared !== undefined) return 'words';
  const singles = new Set(unigrams(inB));
  const telling = unigrams(inA).some(
    (gram) => singles.has(gram) && gramWeight(gram, background) > INFORMATIVE,
  );
  return telling ? 'characters' : 'none';
}

function sameOrder(a: Quantity, b: Quantity): boolean {
  const size = (quantity: Quantity) =>
    Math.max(Math.abs(quantity.min ?? 0), Math.abs(quantity.max ?? 0));
  const ratio = size(a) / size(b);
  return ratio <= SAME_ORDER && ratio >= 1 / SAME_ORDER;
}

const VERDICT_BY_WORDS: Record<Fit, Verdict> = {
  met: 'yes',
  partly: 'part',
  missed: 'no',
  unknown: 'none',
};

/**
 * What may be said about two figures. With telling words in common they are compared outright. With
 * only characters in common, or only the unit (for measures, not for shares, spans and sums, which
 * may be of anything), a figure that would do is called close and left to be confirmed; one that
 * would not do says nothing, since it may be about something else.
 */
function judge(
  wanted: Figure,
  offered: Figure,
  background: Background,
): { verdict: Verdict; rank: number; code: string } {
  const none = { verdict: 'none' as const, rank: 0, code: 'metric.not-stated' };
  if (!sameOrder(wanted.quantity, offered.quantity)) return none;
  const fit = compareQuantities(wanted.quantity, offered.quantity);
  if (fit === 'unknown') return none;
  // A value named without a bound ("about 10 cm") is a wish, not a limit one could miss.
  if (fit !== 'met' && wanted.quantity.comparison === 'eq') return none;
  if (
    wanted.quantity.comparison === 'within' &&
    offered.quantity.comparison !== 'within' &&
    (offered.quantity.comparison === 'range' || !DEVIATION.test(offered.clause))
  ) {
    return none;
  }
  const kin = kinship(wanted.clause, offered.clause, background);
  if (kin === 'words') return { verdict: VERDICT_BY_WORDS[fit], rank: 3, code: `metric.${fit}` };
  if (fit !== 'met') return none;
  if (kin === 'characters') return { verdict: 'near', rank: 2, code: 'metric.likely-same' };
  const vague = /^(?:ratio|time|temperature|degree|money|count)/u.test(wanted.quantity.dimension);
  return vague ? none : { verdict: 'near', rank: 1, code: 'metric.same-unit' };
}

/** Bound of a wish or value of an offer, in base units. */
function bound(quantity: Quantity): number {
  return (quantity.comparison === 'ge' ? quantity.min : (quantity.max ?? quantity.min)) ?? 0;
}

function inUnit(value: number, quantity: Quantity): number {
  return Number((value / quantity.factor).toPrecision(6));
}

export function compareMetrics(
  ask: ReadAsk,
  offer: ReadOffer,
  background: Background,
): MetricMeeting[] {
  const demands = demandedFigures(ask.fields);
  const offers = demands.length > 0 ? offeredFigures(offer.fields) : [];
  const meetings: MetricMeeting[] = [];
  for (const wanted of demands) {
    const asked = { field: wanted.field, start: wanted.quantity.start, end: wanted.quantity.end };
    let best: { judged: ReturnType<typeof judge>; figure: Figure } | undefined;
    for (const figure of offers) {
      const judged = judge(wanted, figure, background);
      if (judged.rank > (best?.judged.rank ?? 0)) best = { judged, figure };
    }
    const { quantity } = wanted;
    if (best) {
      const offered = best.figure.quantity;
      meetings.push({
        asked,
        offeredAt: { field: best.figure.field, start: offered.start, end: offered.end },
        reason: {
          kind: 'metric',
          verdict: best.judged.verdict,
          wanted: quantity.text,
          offered: offered.text,
          note: {
            code: best.judged.code,
            params: {
              unit: offered.unit,
              wanted: inUnit(bound(quantity), offered),
              offered: inUnit(bound(offered), offered),
              comparison: quantity.comparison,
            },
          },
        },
      });
    } else if (!(quantity.dimension === 'time' && bound(quantity) >= MONTH)) {
      // A span of months is nearly always the date by which it must work, not a property.
      meetings.push({
        asked,
        offeredAt: null,
        reason: {
          kind: 'metric',
          verdict: 'none',
          wanted: quantity.text,
          offered: null,
          note: { code: 'metric.not-stated' },
        },
      });
    }
  }
  return meetings;
}
