import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';

import { notFound, AppError } from '../../../kernel/errors.ts';
import type { Actor } from '../../../kernel/policy.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findExperts, organisationNames } from '../../directory/index.ts';
import { countOpenNeeds, findAchievements } from '../../exchange/index.ts';
import { regionLabel } from '../../reference-data/index.ts';
import type { NeedMatch, OfferAnswer } from '../contract.ts';
import type { MatchResult, OfferKind } from '../domain/match.ts';
import type { Ranker } from '../domain/rank.ts';
import { scoreBehind } from '../domain/standing.ts';
import { searchListings } from './answer.ts';
import { findDeclines, isNotDeclined } from './declined-matches.ts';
import { readOpenNeeds, readOpenOffers, type OpenNeed, type OpenOffer } from './open-listings.ts';
import { offerAsk } from './partner-matches.ts';
import type { MatchingTables } from './tables.ts';
import { theRanker } from './the-ranker.ts';

/** So many needs are scored before others get their turn. */
const NEEDS_AT_ONCE = 20;
const NEAR_MISSES = 3;

export type OfferKey = { kind: OfferKind; id: string };

/** What the policy looks at: an expert's profile is the expert's own, whatever house it names. */
export async function getOfferRecord(
  platform: Platform,
  actor: Actor,
  { kind, id }: OfferKey,
): Promise<{
  status: string;
  regionCode: string;
  offerOrganisationId: string | null;
  offerExpertId: string | null;
}> {
  if (kind === 'expert') {
    const [row] = await findExperts(platform.db, [id]);
    if (!row) throw notFound('expert');
    return {
      status: 'published',
      regionCode: row.regionCode,
      offerOrganisationId: null,
      offerExpertId: id,
    };
  }
  const [row] = await findAchievements(platform, [id]);
  if (!row || !platform.guard.permit(actor, row)('achievement.read').allowed) {
    throw notFound('achievement');
  }
  return {
    status: row.status,
    regionCode: row.regionCode,
    offerOrganisationId: row.organisationId,
    offerExpertId: row.expertId,
  };
}

/**
 * The open needs that an offer can answer, each read as its own page reads it: the need asks, and
 * the pair has the score and the verdict it has there. Throws `refused` for what is not published.
 */
export async function matchOffer(
  platform: Platform,
  key: OfferKey,
  options: { limit: number; language: Language },
): Promise<OfferAnswer> {
  const [offer] = await readOpenOffers(platform, [key]);
  if (!offer) throw new AppError('refused', { code: 'match.offer_not_open' });
  const needs = await findNeedsFor(platform, offer);
  const { matches, nearMisses } = await readNeeds(platform, offer, needs, options.limit);
  const names = await organisationNames(
    platform.db,
    needs.map(({ organisationId }) => organisationId),
  );
  const shown = ({ need, result }: NeedReading, n: number): NeedMatch => ({
    id: need.id,
    rank: n + 1,
    score: result.score,
    title: need.title,
    text: need.ask.text,
    organisationName: names.get(need.organisationId) ?? '',
    regionName: regionLabel(need.regionCode, options.language),
    budgetFen: need.budgetFen,
    months: need.ask.months ?? null,
    coopModes: need.ask.coopModes ?? [],
    publishedAt: need.publishedAt?.toISOString() ?? null,
    isExample: need.isExample,
    reasons: result.reasons,
    against: result.against,
    marks: result.marks,
    features: result.features,
  });
  return {
    offered: {
      kind: offer.kind,
      id: offer.id,
      title: offer.offer.title,
      fields: offer.offer.fields,
      regionName: regionLabel(offer.offer.regionCode ?? '', options.language),
    },
    matches: matches.map(shown),
    nearMisses: nearMisses.map(shown),
    read: {
      needs: await countOpenNeeds(platform.db),
      asOf: platform.clock.now().toISOString(),
    },
  };
}

/** Open needs of others that share telling words with it, but for those that a side has declined. */
async function findNeedsFor(platform: Platform, offer: OpenOffer): Promise<OpenNeed[]> {
  const declines = await findDeclines(platform.db, { kind: offer.kind, offerId: offer.id });
  const declined = new Set(declines.map(({ needId }) => needId));
  const found = await searchListings(platform, offerAsk(offer.offer), ['need']);
  const ids = found.map(({ id }) => id).filter((id) => !declined.has(id));
  const needs = await readOpenNeeds(platform, ids);
  return needs.filter(({ organisationId }) => organisationId !== offer.organisationId);
}

type NeedReading = { need: OpenNeed; result: MatchResult };

async function readNeeds(
  platform: Platform,
  offer: OpenOffer,
  needs: readonly OpenNeed[],
  limit: number,
): Promise<{ matches: NeedReading[]; nearMisses: NeedReading[] }> {
  const ranker = await theRanker(platform);
  const best = await bestStanding(platform.db, needs, offer.kind);
  const matches: NeedReading[] = [];
  const nearMisses: NeedReading[] = [];
  for (const { need } of await byScore(ranker, offer, needs)) {
    if (matches.length >= limit) break;
    const leastScore = scoreBehind(best.get(need.id) ?? 0, ranker.model);
    const nearLimit = nearMisses.length < NEAR_MISSES ? 1 : 0;
    const read = ranker.rankOffers(need.ask, [offer.offer], { limit: 1, nearLimit, leastScore });
    for (const result of read.matches) matches.push({ need, result });
    for (const result of read.nearMisses) nearMisses.push({ need, result });
    await setImmediate();
  }
  return { matches, nearMisses };
}

async function byScore(
  ranker: Ranker,
  offer: OpenOffer,
  needs: readonly OpenNeed[],
): Promise<{ need: OpenNeed; score: number }[]> {
  const scored: { need: OpenNeed; score: number }[] = [];
  for (const [n, need] of needs.entries()) {
    const [read] = ranker.scoreOffers(need.ask, [offer.offer]);
    if (read && read.score >= ranker.model.nearFloor) scored.push({ need, score: read.score });
    if (n % NEEDS_AT_ONCE === NEEDS_AT_ONCE - 1) await setImmediate();
  }
  return scored.sort((a, b) => b.score - a.score || (a.need.id < b.need.id ? -1 : 1));
}

/** The best score that stands for each of these needs, of one kind of offer. */
async function bestStanding(
  db: Db,
  needs: readonly OpenNeed[],
  kind: OfferKind,
): Promise<Map<string, number>> {
  if (needs.length === 0) return new Map();
  const rows = await db
    .withTables<MatchingTables>()
    .selectFrom('standingMatches as pair')
    .select(['needId', sql<number>`max(score)`.as('best')])
    .where('offerKind', '=', kind)
    .where(
      'needId',
      'in',
      needs.map(({ id }) => id),
    )
    .where(isNotDeclined('pair'))
    .groupBy('needId')
    .execute();
  return new Map(rows.map((row) => [row.needId, row.best]));
}
