import type { Refusal } from '../../../kernel/errors.ts';

/** What the rules of merging look at. */
export type MergeSide = {
  id: string;
  organisationId: string;
  /** Everybody may read it. */
  isPublic: boolean;
  /** It has ended and takes nothing in. */
  isEnded: boolean;
  isExample: boolean;
};

/** What the policy judges: both listings at once. */
export const mergeRecord = <Row extends object>(
  row: Row,
  into: { organisationId: string; regionCode: string },
) => ({ ...row, intoOrganisationId: into.organisationId, intoRegionCode: into.regionCode });

/** Reasons against letting `from` end in `into`; those of its own workflow come on top. */
export function mergeRefusals(from: MergeSide, into: MergeSide, words: string | null): Refusal[] {
  if (from.id === into.id) return [{ code: 'exchange.merge_itself' }];
  const reasons: Refusal[] = [];
  if (into.isEnded) reasons.push({ code: 'exchange.merge_ended' });
  // Those who read it would be sent to a page that they may not see.
  else if (from.isPublic && !into.isPublic) reasons.push({ code: 'exchange.merge_hides' });
  // Examples are taken out one day, with all that is theirs.
  if (from.isExample !== into.isExample) reasons.push({ code: 'exchange.merge_example' });
  // Somebody loses a listing to somebody else: they are owed a sentence.
  if (from.organisationId !== into.organisationId && words === null) {
    reasons.push({ code: 'exchange.merge_words' });
  }
  return reasons;
}

/** The most keywords a listing may have. */
export const MOST_KEYWORDS = 12;

/** Keywords of both, those of the listing that stays first, none twice; what finds no room is left over. */
export function uniteKeywords(
  into: readonly string[],
  from: readonly string[],
): { kept: string[]; left: string[] } {
  const all = [...new Set([...into, ...from])];
  const room = Math.max(MOST_KEYWORDS, into.length);
  return { kept: all.slice(0, room), left: all.slice(room) };
}
