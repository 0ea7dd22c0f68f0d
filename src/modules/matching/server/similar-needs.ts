import type { Actor } from '../../../kernel/policy.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationNames } from '../../directory/index.ts';
import { findNeeds } from '../../exchange/index.ts';
import { regionLabel } from '../../reference-data/index.ts';
import type { SimilarNeed } from '../contract.ts';
import type { Ask, Offer } from '../domain/match.ts';
import { searchListings } from './answer.ts';
import { theRanker } from './the-ranker.ts';

/** A docking of a need that ended. `detail` is for those who may read the case. */
export type NeedOutcome = {
  needId: string;
  status: 'completed' | 'failed' | 'declined';
  offerKind: 'achievement' | 'expert';
  endedAt: Date;
  detail: {
    dockingId: string;
    offerTitle: string;
    responderName: string;
    reasonCode: string | null;
  } | null;
};

/** How dockings of these needs ended, as far as the reader may know. Handed in by the app. */
export type OutcomesOf = (actor: Actor, needIds: readonly string[]) => Promise<NeedOutcome[]>;

/** Words in common that a person can make something of. */
const MOST_SHARED = 4;

/** Ended needs that say much the same, nearest first, with how each ended. */
export async function findSimilarNeeds(
  platform: Platform,
  need: { id: string; ask: Ask },
  reader: { actor: Actor; language: Language; outcomesOf: OutcomesOf; limit: number },
): Promise<SimilarNeed[]> {
  const found = await searchListings(platform, need.ask, ['past-need']);
  const rows = (
    await findNeeds(
      platform.db,
      found.map(({ id }) => id),
    )
  ).filter(
    // It may have been opened again, or taken back, since the index heard of it.
    (row) =>
      row.id !== need.id &&
      row.status === 'closed' &&
      // It goes on in another.
      row.closeReason !== 'merged' &&
      platform.guard.permit(reader.actor, row)('need.read').allowed,
  );
  const { matches } = (await theRanker(platform)).rankOffers(
    // What the past need says is all that counts; its money and months were its own.
    {
      title: need.ask.title ?? '',
      text: need.ask.text,
      industryCode: need.ask.industryCode ?? null,
    },
    rows.map(pastNeed),
    { limit: reader.limit, nearLimit: 0 },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const names = await organisationNames(
    platform.db,
    matches.map(({ id }) => byId.get(id)!.organisationId),
  );
  const outcomes = Map.groupBy(
    await reader.outcomesOf(
      reader.actor,
      matches.map(({ id }) => id),
    ),
    ({ needId }) => needId,
  );
  return matches.map(({ id, reasons }) => {
    const row = byId.get(id)!;
    const shared = reasons.filter(({ kind, offered }) => kind === 'phrase' && offered !== null);
    return {
      id,
      title: row.title,
      organisationName: names.get(row.organisationId) ?? '',
      regionName: regionLabel(row.regionCode, reader.language),
      shared: shared.slice(0, MOST_SHARED).map(({ offered }) => offered ?? ''),
      publishedAt: row.publishedAt?.toISOString() ?? null,
      closedAt: row.stepStartedAt.toISOString(),
      closeReason: row.closeReason ?? 'other',
      outcomes: (outcomes.get(id) ?? []).map(({ status, offerKind, endedAt, detail }) => ({
        status,
        offerKind,
        endedAt: endedAt.toISOString(),
        detail,
      })),
      isExample: row.isExample,
    };
  });
}

/** A past need in the place of an offer: two needs are compared by what both say. */
const pastNeed = (row: {
  id: string;
  title: string;
  description: string;
  industryCode: string | null;
}): Offer => ({
  id: row.id,
  kind: 'achievement',
  title: row.title,
  fields: { title: row.title, description: row.description },
  industryCode: row.industryCode,
});
