import type { Background } from './background.ts';
import type { Condition } from './conditions.ts';
import type { Mark, MatchResult, Reason } from './match.ts';
import { compareMetrics } from './metric-comparison.ts';
import { type OtherWord, otherWords } from './other-words.ts';
import { kindredWords, type Meeting, type Place, sharedPhrases } from './shared-phrases.ts';
import type { TermVectors } from './term-vectors.ts';
import type { ReadAsk, ReadOffer } from './text-relevance.ts';

const MOST_PHRASES = 6;
const MOST_OTHER_WORDS = 4;
const MOST_METRICS = 4;
/** With so many literal phrases no kindred words are needed. */
const ENOUGH_PHRASES = 3;

/** `grounded`: at least one meeting of the texts can be shown. */
type Explanation = Pick<MatchResult, 'reasons' | 'against' | 'marks'> & { grounded: boolean };

/** Collects marks that never overlap within a field, in pairs. */
class MarkSheet {
  readonly asked: Mark[] = [];
  readonly offered: Mark[] = [];
  #pair = 0;

  /** Marks a meeting and returns its number; undefined when no free place is left on one side. */
  meet(
    asked: readonly Place[],
    offered: readonly Place[],
    style: Mark['style'],
  ): number | undefined {
    const freeAsked = free(this.asked, asked);
    const freeOffered = free(this.offered, offered);
    if (freeAsked.length === 0 || freeOffered.length === 0) return undefined;
    const pair = ++this.#pair;
    this.asked.push(...freeAsked.map((place) => ({ ...place, pair, style })));
    this.offered.push(...freeOffered.map((place) => ({ ...place, pair, style })));
    return pair;
  }

  /** Marks words that were understood and found no answer. */
  read(place: Place): void {
    this.asked.push(
      ...free(this.asked, [place]).map((open) => ({ ...open, style: 'read' as const })),
    );
  }

  sorted(): { asked: Mark[]; offered: Mark[] } {
    const order = (a: Mark, b: Mark) =>
      a.field === b.field ? a.start - b.start : a.field < b.field ? -1 : 1;
    return { asked: this.asked.toSorted(order), offered: this.offered.toSorted(order) };
  }
}

function free(taken: readonly Mark[], places: readonly Place[]): Place[] {
  const open: Place[] = [];
  for (const place of places) {
    const clash = [...taken, ...open].some(
      (other) => other.field === place.field && other.start < place.end && place.start < other.end,
    );
    if (!clash) open.push(place);
  }
  return open;
}

function phraseReasons(meetings: readonly Meeting[], sheet: MarkSheet, most: number): Reason[] {
  const reasons: Reason[] = [];
  for (const meeting of meetings) {
    if (reasons.length >= most) break;
    const literal = meeting.character === undefined;
    const pair = sheet.meet(meeting.asked, meeting.offeredAt, literal ? 'met' : 'near');
    if (pair === undefined) continue;
    const note =
      meeting.character === undefined
        ? { code: 'phrase.literal' }
        : { code: 'phrase.shared-character', params: { character: meeting.character } };
    reasons.push({
      kind: 'phrase',
      verdict: literal ? 'yes' : 'part',
      wanted: meeting.wanted,
      offered: meeting.offered,
      pair,
      note,
    });
  }
  return reasons;
}

function otherWordReasons(meetings: readonly OtherWord[], sheet: MarkSheet): Reason[] {
  const reasons: Reason[] = [];
  for (const { wanted, offered, closeness, asked, offeredAt } of meetings) {
    if (reasons.length >= MOST_OTHER_WORDS) break;
    const pair = sheet.meet(asked, offeredAt, 'near');
    if (pair === undefined) continue;
    const note = { code: 'phrase.other-word', params: { closeness } };
    reasons.push({ kind: 'phrase', verdict: 'near', wanted, offered, pair, note });
  }
  return reasons;
}

/**
 * Reads both texts side by side: why this offer, and what speaks against it. With `vectors` also what
 * is said in other words.
 */
export function explain(
  ask: ReadAsk,
  offer: ReadOffer,
  conditions: readonly Condition[],
  background: Background,
  vectors?: TermVectors,
): Explanation {
  const sheet = new MarkSheet();
  const answered: Reason[] = [];
  const unanswered: Reason[] = [];
  for (const meeting of compareMetrics(ask, offer, background).slice(0, MOST_METRICS)) {
    if (meeting.offeredAt === null) {
      // People state what they work on, not figures: silence of a profile says nothing.
      if (offer.offer.kind === 'expert') continue;
      sheet.read(meeting.asked);
      unanswered.push(meeting.reason);
      continue;
    }
    const style = meeting.reason.verdict === 'near' ? 'near' : 'met';
    const pair = sheet.meet([meeting.asked], [meeting.offeredAt], style);
    answered.push(pair === undefined ? meeting.reason : { ...meeting.reason, pair });
  }
  const phrases = phraseReasons(sharedPhrases(ask, offer, background), sheet, MOST_PHRASES);
  const others = vectors
    ? otherWordReasons(otherWords(ask.fields, offer.fields, vectors), sheet)
    : [];
  const wanting = ENOUGH_PHRASES - phrases.length - others.length;
  const kindred =
    wanting > 0 ? phraseReasons(kindredWords(ask, offer, background), sheet, wanting) : [];
  const reasons = [
    ...answered,
    ...phrases,
    ...others,
    ...kindred,
    ...unanswered,
    ...conditions.map((condition) => condition.reason),
  ];
  const against = reasons.filter(
    (reason) =>
      reason.verdict === 'no' ||
      (reason.verdict === 'part' && reason.kind !== 'region' && reason.kind !== 'phrase'),
  );
  const grounded = answered.length + phrases.length + others.length + kindred.length > 0;
  return { reasons, against, marks: sheet.sorted(), grounded };
}
