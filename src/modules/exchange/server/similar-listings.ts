import { AppError, type Refusal } from '../../../kernel/errors.ts';
import { bigrams, tokenise } from '../../../kernel/text/grams.ts';
import { filterSql } from '../../../platform/db/filter-sql.ts';
import { explain, type ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationNames } from '../../directory/index.ts';
import { achievementWorkflow } from '../domain/achievement.workflow.ts';
import {
  closenessOf,
  onlyIn,
  readListing,
  type Closeness,
  type ListingText,
  type TextWeights,
} from '../domain/closeness.ts';
import { mergeRecord, mergeRefusals, type MergeSide } from '../domain/merging.ts';
import { needWorkflow } from '../domain/need.workflow.ts';
import { findAchievements } from './achievement-queries.ts';
import { achievementSide, needSide } from './merge-listings.ts';
import { findNeeds } from './need-queries.ts';
import type { AchievementRow, ExchangeTables, NeedRow } from './tables.ts';

/** What somebody has written so far, or what stands in a listing; `id` when it is one already. */
export type Compared = ListingText & { id?: string | undefined };

/** The rarest pairs of characters of a text find its doubles; more of them only cost time. */
const MOST_GRAMS = 60;
const MOST_INDEXED = 30;
/** Drafts and what waits are few; a bound keeps one organisation from holding up the others. */
const MOST_UNPUBLISHED = 100;
const MOST_SHOWN = 3;

/** A row of either kind, as both kinds are compared. */
type Listing<Row> = {
  row: Row & { id: string; organisationId: string; regionCode: string; updatedAt: Date };
  text: ListingText;
  status: string;
  editable: boolean;
  side: MergeSide;
};

/** Whether what is compared may end in another listing; `otherOwner` when somebody else's. */
type MergeOffer = { permitted: boolean; reasons: Refusal[]; otherOwner: boolean };

const needListing = (row: NeedRow): Listing<NeedRow> => ({
  row,
  text: { title: row.title, text: row.description },
  status: row.status,
  editable: row.status === 'draft' || row.status === 'returned',
  side: needSide(row),
});

const achievementListing = (row: AchievementRow): Listing<AchievementRow> => ({
  row,
  text: { title: row.title, text: row.abstract },
  status: row.status,
  editable: !achievementWorkflow.isFinal(row.status),
  side: achievementSide(row),
});

/** Needs that say what this one says, among those that the reader may see. */
export async function findSimilarNeeds(
  platform: Platform,
  context: ApiContext,
  compared: Compared,
  weights: TextWeights,
) {
  const { guard } = platform;
  const { actor } = context.request;
  guard.require(actor, 'need.compare');
  const { ids, complete } = await indexedCandidates(platform, 'need', compared, weights);
  const columns = {
    status: 'status',
    organisationId: 'organisation_id',
    regionCode: 'region_code',
    publishedAt: 'published_at',
    lapsedAt: 'lapsed_at',
  };
  const visible = platform.db
    .withTables<ExchangeTables>()
    .selectFrom('needs')
    .selectAll()
    .where('status', '<>', 'closed')
    .where(filterSql(guard.filter(actor, 'need.read'), columns));
  const rows = [
    ...(ids.length === 0 ? [] : await visible.where('id', 'in', ids).execute()),
    ...(await visible
      .where('status', 'in', ['draft', 'submitted', 'returned'])
      .orderBy('updatedAt', 'desc')
      .limit(MOST_UNPUBLISHED)
      .execute()),
  ];
  const [self] = compared.id === undefined ? [] : await findNeeds(platform.db, [compared.id]);
  return {
    complete,
    items: await nearest(platform, context, compared, weights, rows.map(needListing), (other) =>
      self && guard.permit(actor, self)('need.read').allowed
        ? {
            permitted: guard.permit(actor, mergeRecord(self, other.row))('need.merge').allowed,
            otherOwner: self.organisationId !== other.row.organisationId,
            reasons: [
              ...needWorkflow.refusals('merge', self, platform.clock.now()),
              ...mergeRefusals(needSide(self), other.side, ''),
            ],
          }
        : undefined,
    ),
  };
}

/** Achievements that say what this one says, among those that the reader may see. */
export async function findSimilarAchievements(
  platform: Platform,
  context: ApiContext,
  compared: Compared,
  weights: TextWeights,
  openDockings: (achievementId: string) => Promise<number>,
) {
  const { guard } = platform;
  const { actor } = context.request;
  guard.require(actor, 'achievement.compare');
  const { ids, complete } = await indexedCandidates(platform, 'achievement', compared, weights);
  const columns = {
    status: 'status',
    organisationId: 'organisation_id',
    regionCode: 'region_code',
    publishedAt: 'published_at',
    lapsedAt: 'lapsed_at',
  };
  const visible = platform.db
    .withTables<ExchangeTables>()
    .selectFrom('achievements')
    .selectAll()
    .where('status', '<>', 'merged')
    .where(filterSql(guard.filter(actor, 'achievement.read'), columns));
  const rows = [
    ...(ids.length === 0 ? [] : await visible.where('id', 'in', ids).execute()),
    ...(await visible
      .where('status', 'in', ['draft', 'withdrawn'])
      .orderBy('updatedAt', 'desc')
      .limit(MOST_UNPUBLISHED)
      .execute()),
  ];
  const [self] = compared.id === undefined ? [] : await findAchievements(platform, [compared.id]);
  const facts = self && { ...self, openDockings: await openDockings(self.id) };
  return {
    complete,
    items: await nearest(
      platform,
      context,
      compared,
      weights,
      rows.map(achievementListing),
      (other) =>
        facts && guard.permit(actor, facts)('achievement.read').allowed
          ? {
              permitted: guard.permit(actor, mergeRecord(facts, other.row))('achievement.merge')
                .allowed,
              otherOwner: facts.organisationId !== other.row.organisationId,
              reasons: [
                ...achievementWorkflow.refusals('merge', facts, platform.clock.now()),
                ...mergeRefusals(achievementSide(facts), other.side, ''),
              ],
            }
          : undefined,
    ),
  };
}

/** Public listings that share the rarest pairs; none while the index is being opened anew. */
async function indexedCandidates(
  { retrieval }: Platform,
  kind: 'need' | 'achievement',
  { title, text }: Compared,
  weights: TextWeights,
): Promise<{ ids: string[]; complete: boolean }> {
  const grams = [...new Set(bigrams(tokenise(`${title}\n${text}`)))]
    .map((gram) => ({ gram, weight: weights.gram(gram) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_GRAMS)
    .map(({ gram }) => gram);
  try {
    const found = await retrieval.search({ grams, kinds: [kind], limit: MOST_INDEXED });
    return { ids: found.map(({ id }) => id), complete: true };
  } catch (error) {
    if (error instanceof AppError && error.kind === 'unavailable')
      return { ids: [], complete: false };
    throw error;
  }
}

async function nearest<Row>(
  platform: Platform,
  context: ApiContext,
  compared: Compared,
  weights: TextWeights,
  listings: readonly Listing<Row>[],
  mergeOf: (other: Listing<Row>) => MergeOffer | undefined,
) {
  const mine = readListing(compared, weights);
  const others = new Map(listings.map((listing) => [listing.row.id, listing]));
  if (compared.id !== undefined) others.delete(compared.id);
  const found: { listing: Listing<Row>; closeness: Closeness }[] = [];
  for (const listing of others.values()) {
    const closeness = closenessOf(mine, readListing(listing.text, weights));
    if (closeness.level !== 'different') found.push({ listing, closeness });
  }
  const { actor } = context.request;
  const isMine = ({ row }: Listing<Row>) => actor.organisationIds.includes(row.organisationId);
  const shown = found
    .toSorted(
      (a, b) =>
        b.closeness.share - a.closeness.share ||
        Number(isMine(b.listing)) - Number(isMine(a.listing)),
    )
    .slice(0, MOST_SHOWN);
  const names = await organisationNames(
    platform.db,
    shown.map(({ listing }) => listing.row.organisationId),
  );
  return shown.map(({ listing, closeness }) => {
    const merge = mergeOf(listing);
    return {
      id: listing.row.id,
      title: listing.text.title,
      text: listing.text.text,
      status: listing.status,
      organisationName: names.get(listing.row.organisationId) ?? '',
      updatedAt: listing.row.updatedAt.toISOString(),
      mine: isMine(listing),
      editable: isMine(listing) && listing.editable,
      level: closeness.level === 'different' ? ('close' as const) : closeness.level,
      share: closeness.share,
      figures: closeness.figures.slice(0, 4),
      onlyThere: onlyIn(listing.text, compared),
      onlyHere: onlyIn(compared, listing.text),
      merge: merge?.permitted
        ? {
            allowed: merge.reasons.length === 0,
            reasons: explain(context.translate, merge.reasons),
            otherOwner: merge.otherOwner,
          }
        : null,
    };
  });
}
