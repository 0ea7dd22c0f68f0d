import { sql } from 'kysely';

import type { Db } from '../../../platform/db/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findExperts, organisationNames } from '../../directory/index.ts';
import { findAchievements, findNeeds, isListed } from '../../exchange/index.ts';
import type { OfferKind } from '../domain/match.ts';
import { isNotDeclined } from './declined-matches.ts';
import { isOpenNeed } from './open-listings.ts';
import { rankingSettings } from './ranking-settings.ts';
import type { MatchingTables } from './tables.ts';

/** A standing match as one of its two sides is told of it. */
export type NewMatch = {
  /** Whose listing it is about: the need of these organisations, or their offer. */
  side: 'need' | 'offer';
  needId: string;
  needTitle: string;
  needOrganisationId: string;
  needOrganisationName: string;
  offerKind: OfferKind;
  offerId: string;
  /** Title of the achievement, name of the expert. */
  offerTitle: string;
  offerOrganisationId: string | null;
  offerOrganisationName: string;
  offerExpertId: string | null;
  /** 0..1, comparable among the offers of one kind for one need. */
  score: number;
  firstSeenAt: Date;
};

export type Owners = { organisationIds: readonly string[]; expertIds: readonly string[] };

/**
 * The standing matches that listings of these organisations and experts came into in [since, until),
 * best first within a listing. Both listings are open now, so that everybody may read them; pairs
 * that a side has declined are left out, and so are offers far behind the best for a need.
 */
export async function findNewMatches(
  platform: Platform,
  query: Owners & { since: Date; until: Date; limit?: number },
): Promise<NewMatch[]> {
  const standing = await standingOf(platform, query);
  const rows = await standing
    .where('firstSeenAt', '>=', query.since)
    .where('firstSeenAt', '<', query.until)
    .orderBy('needId')
    .orderBy('score', 'desc')
    .orderBy('offerId')
    .limit(query.limit ?? 500)
    .execute();
  return describe(platform.db, rows, query);
}

/** The same, whenever they came, newest first; of one side only if it is given. */
export async function listStanding(
  platform: Platform,
  query: Owners & { side?: NewMatch['side']; limit: number; offset: number },
): Promise<{ items: NewMatch[]; total: number }> {
  let rows = await standingOf(platform, query);
  if (query.side === 'need') {
    rows = rows.where('needOrganisationId', '=', sql<string>`any(${uuids(query.organisationIds)})`);
  } else if (query.side === 'offer') {
    rows = rows.where(isTheirOffer(query));
  }
  const { total } = await rows
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const found = await rows
    .orderBy('firstSeenAt', 'desc')
    .orderBy('score', 'desc')
    .orderBy('needId', 'desc')
    .orderBy('offerId')
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  const items = await describe(platform.db, found, query);
  return {
    items: items.filter(({ side }) => query.side === undefined || side === query.side),
    total,
  };
}

type StandingRow = MatchingTables['standingMatches'];

/**
 * Standing matches of these owners as the pages of a need show them: nothing declined, nothing below
 * that part of the best offer's relevance from which on it is a match there (see `RankingModel`).
 */
async function standingOf(platform: Platform, owners: Owners) {
  const { model } = await rankingSettings(platform);
  const tables = platform.db.withTables<MatchingTables>();
  const isTheirs = sql<boolean>`(
    need_organisation_id = any(${uuids(owners.organisationIds)}) or ${isTheirOffer(owners)}
  )`;
  const standing = tables
    .selectFrom('standingMatches as pair')
    .selectAll()
    .select(sql<number>`max(score) over (partition by need_id, offer_kind)`.as('best'))
    .where('needId', 'in', (from) =>
      from.selectFrom('standingMatches').select('needId').where(isTheirs),
    )
    .where(isNotDeclined('pair'));
  // A score is r / (r + h), and h is the same for all offers of a kind: odds compare as r does.
  return tables
    .with('standing', () => standing)
    .selectFrom('standing')
    .selectAll()
    .where(isTheirs)
    .where(sql<boolean>`score * (1 - best) >= ${model.floorOfBest}::float8 * best * (1 - score)`);
}

const uuids = (list: readonly string[]) => sql`${[...list]}::uuid[]`;

const isTheirOffer = ({ organisationIds, expertIds }: Owners) => sql<boolean>`(
  offer_organisation_id = any(${uuids(organisationIds)})
  or offer_expert_id = any(${uuids(expertIds)})
)`;

async function describe(
  db: Db,
  rows: readonly StandingRow[],
  { organisationIds, expertIds }: Owners,
): Promise<NewMatch[]> {
  const needs = new Map(
    (await findNeeds(db, ids(rows, 'needId'))).filter(isOpenNeed).map((row) => [row.id, row]),
  );
  const offers = new Map<string, { title: string; organisationName: string | null }>([
    ...(await findAchievements({ db }, offerIds(rows, 'achievement')))
      .filter(isListed)
      .map(({ id, title }) => [`achievement ${id}`, { title, organisationName: null }] as const),
    ...(await findExperts(db, offerIds(rows, 'expert'))).map(
      ({ id, name, organisationName }) =>
        [`expert ${id}`, { title: name, organisationName }] as const,
    ),
  ]);
  const names = await organisationNames(
    db,
    rows.flatMap((row) => [row.needOrganisationId, row.offerOrganisationId ?? []].flat()),
  );
  return rows.flatMap((row) => {
    const need = needs.get(row.needId);
    const offer = offers.get(`${row.offerKind} ${row.offerId}`);
    if (!need || !offer) return [];
    const match = {
      needId: row.needId,
      needTitle: need.title,
      needOrganisationId: row.needOrganisationId,
      needOrganisationName: names.get(row.needOrganisationId) ?? '',
      offerKind: row.offerKind,
      offerId: row.offerId,
      offerTitle: offer.title,
      offerOrganisationId: row.offerOrganisationId,
      offerOrganisationName:
        offer.organisationName ?? names.get(row.offerOrganisationId ?? '') ?? '',
      offerExpertId: row.offerExpertId,
      score: row.score,
      firstSeenAt: row.firstSeenAt,
    };
    const ours = organisationIds.includes(row.needOrganisationId);
    const oursToo =
      (row.offerOrganisationId !== null && organisationIds.includes(row.offerOrganisationId)) ||
      (row.offerExpertId !== null && expertIds.includes(row.offerExpertId));
    return [
      ...(ours ? [{ side: 'need' as const, ...match }] : []),
      ...(oursToo ? [{ side: 'offer' as const, ...match }] : []),
    ];
  });
}

const ids = (rows: readonly StandingRow[], field: 'needId' | 'offerId') => [
  ...new Set(rows.map((row) => row[field])),
];
const offerIds = (rows: readonly StandingRow[], kind: OfferKind) =>
  ids(
    rows.filter((row) => row.offerKind === kind),
    'offerId',
  );
