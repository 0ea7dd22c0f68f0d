import type { Formats } from '../../../ui/i18n/format.ts';
import type { ReasonLine } from '../../../ui/reading/reason.ts';
import { placeName } from '../../reference-data/web/index.ts';
import type { Match } from '../contract.ts';
import type { matchingWords } from './matching-words.ts';

type Reading = {
  t: ReturnType<typeof matchingWords.useText>;
  formats: Formats;
  /** Names of region and industry codes; what has not come yet is missing. */
  names: ReadonlyMap<string, { name: string; path: string }>;
  modeName: (mode: string) => string;
};

/** What the reasons of a pair are told from; the place is that of the offer. */
export type ReadPair = Pick<Match, 'reasons' | 'against' | 'regionName'>;

/** Codes whose names the reasons of these matches need. */
export function codesIn(
  matches: readonly ReadPair[],
): { kind: 'region' | 'industry'; code: string }[] {
  const codes = new Map<string, 'region' | 'industry'>();
  for (const { reason } of matches.flatMap(reasonsOf)) {
    const { kind } = reason;
    if (kind !== 'region' && kind !== 'industry') continue;
    for (const code of [reason.wanted, reason.offered]) if (code) codes.set(code, kind);
  }
  return [...codes].map(([code, kind]) => ({ code, kind }));
}

const reasonsOf = (match: ReadPair) =>
  [...match.reasons, ...match.against].map((reason) => ({ reason }));

/** The reasons of a match in the reader's words: codes become names, values become sentences. */
export const presentReasons = (
  match: ReadPair,
  reasons: Match['reasons'],
  reading: Reading,
): ReasonLine[] => reasons.map((reason) => withNote(present(match, reason, reading)));

function present(
  match: ReadPair,
  reason: ReasonLine,
  { t, formats, names, modeName }: Reading,
): ReasonLine {
  const params = reason.note?.params ?? {};
  const modes = (text: string | null): string | null =>
    text === null ? null : formats.list(text.split('、').map(modeName));
  switch (reason.kind) {
    case 'budget': {
      const wan = /≤([\d.]+)万元/u.exec(reason.wanted ?? '')?.[1];
      const [min, max] = [params['min'], params['max']];
      return {
        ...reason,
        note: amountsSaid(reason.note, formats),
        wanted:
          wan === undefined
            ? reason.wanted
            : t('facts.within', { amount: formats.wan(Number(wan)) }),
        offered: min === undefined ? reason.offered : formats.wanRange(Number(min), Number(max)),
      };
    }
    case 'maturity':
      return {
        ...reason,
        wanted: reason.wanted === null ? null : t('facts.trlFrom', { trl: params['level'] ?? '' }),
        offered: t('facts.trl', { trl: params['trl'] ?? '' }),
      };
    case 'cooperation': {
      const shared = params['modes'];
      const note =
        typeof shared === 'string' && reason.note
          ? { ...reason.note, params: { modes: modes(shared) ?? '' } }
          : reason.note;
      return { ...reason, wanted: modes(reason.wanted), offered: modes(reason.offered), note };
    }
    case 'region': {
      const place = (code: string | null): string | null => {
        const entry = code === null ? undefined : names.get(code);
        return entry ? placeName(entry.path) : null;
      };
      return { ...reason, wanted: place(reason.wanted), offered: placeName(match.regionName) };
    }
    case 'industry': {
      const name = (code: string | null): string | null =>
        code === null ? null : (names.get(code)?.name ?? code);
      return { ...reason, wanted: name(reason.wanted), offered: name(reason.offered) };
    }
    default:
      return reason;
  }
}

/** A difference in the reader's currency form: 10 becomes 10 万元 or ¥100,000. */
function amountsSaid(note: ReasonLine['note'], formats: Formats): ReasonLine['note'] {
  const amount = note?.params?.['left'] ?? note?.params?.['over'];
  if (!note || typeof amount !== 'number' || amount === 0) return note;
  return {
    code: note.code.replace('budget.', 'budgetSaid.'),
    params: { amount: formats.wan(amount) },
  };
}

/** Notes that would only repeat what both columns show are left out. */
function withNote(reason: ReasonLine): ReasonLine {
  const { note } = reason;
  if (note?.code === 'phrase.literal') return { ...reason, note: undefined };
  if (note?.code === 'metric.met' && reason.wanted?.includes(String(note.params?.['wanted']))) {
    return { ...reason, note: undefined };
  }
  if (note?.code === 'maturity.needs-work' && note.params?.['months'] === undefined) {
    return { ...reason, note: { ...note, code: 'maturity.needs-work-undated' } };
  }
  if (note?.code === 'budget.within' && note.params?.['left'] === 0) {
    return { ...reason, note: { code: 'budget.within-exactly' } };
  }
  return reason;
}

/** For the two columns, where the level stands already beside its note. */
export const besideFacts = (reasons: readonly ReasonLine[]): ReasonLine[] =>
  reasons.map((reason) =>
    reason.note?.code.startsWith('maturity.')
      ? { ...reason, note: { ...reason.note, code: reason.note.code.replace('.', 'Beside.') } }
      : reason,
  );

const speaksFor = (reason: ReasonLine): boolean =>
  reason.verdict === 'yes' || reason.verdict === 'near' || reason.kind === 'phrase';

/**
 * A few reasons that stand for all: what speaks for it first, and always one that does not, when
 * there is one. Conditions become one sentence each.
 */
export function brieflyOf(reasons: readonly ReasonLine[], most = 3): ReasonLine[] {
  const pro = reasons.filter(speaksFor);
  const con = reasons
    .filter((reason) => !speaksFor(reason) && reason.kind !== 'region')
    .toSorted((a, b) => gravity[b.verdict] - gravity[a.verdict]);
  const cons = con.slice(0, Math.max(1, most - pro.length));
  return [...pro.slice(0, most - cons.length), ...cons].map(asSentence);
}

const gravity: Record<ReasonLine['verdict'], number> = { no: 3, part: 2, none: 1, near: 0, yes: 0 };

/** The note of a condition says it whole; wanted and offered beside it would say it twice. */
const asSentence = (reason: ReasonLine): ReasonLine =>
  reason.note?.code === 'metric.not-stated'
    ? { ...reason, note: undefined }
    : reason.note && reason.kind !== 'phrase' && reason.kind !== 'metric'
      ? { ...reason, wanted: null, offered: null }
      : reason;
