import type { Platform } from '../../../platform/platform.ts';
import { type Ask, OFFER_KINDS, type OfferKind } from '../domain/match.ts';
import type { RankingModel } from '../domain/model.ts';
import type { Ranking } from '../domain/rank.ts';
import type { Placed } from '../domain/shelf.ts';
import { scoreBehind } from '../domain/standing.ts';
import type { RankedKinds } from './shelf-worker.ts';
import { shelfOf } from './the-shelf.ts';

export type Found = { kind: OfferKind; id: string };

/** So many of each kind have their place beyond those that are hidden; more than are ever shown. */
const PLACED = 100;
/** Read beyond what is shown: some are kept out by a condition, or are no longer published. */
const SPARE = 4;
/** Read of those that are just behind the last match, to be shown as near misses. */
const BEHIND = 3;

/**
 * The order of all offers that answer, from the readings kept in memory. Undefined while these are
 * not complete, and when a language model is to be asked about more offers than are shown.
 */
export async function shelfOrder(
  platform: Platform,
  ask: Ask,
  model: RankingModel,
  hidden = 0,
): Promise<RankedKinds | undefined> {
  const shelf = shelfOf(platform);
  if (platform.embeddings.state() !== 'off' || !shelf.isWhole()) return undefined;
  return shelf.rank(ask, model, PLACED + hidden);
}

/**
 * Reads and explains as many as are shown, and more while too few of them turn out to be matches:
 * `rank` reads them from the database as they stand and has the last word on their order.
 */
export async function rankShelved<Ranked extends Ranking>(
  order: RankedKinds,
  options: {
    limit: number;
    model: RankingModel;
    isShown: (offer: Found) => boolean;
    rank: (found: readonly Found[]) => Promise<Ranked>;
  },
): Promise<Ranked> {
  const { limit, model, isShown, rank } = options;
  const best = (kind: OfferKind) => order[kind].best.filter(({ id }) => isShown({ kind, id }));
  const parted = OFFER_KINDS.map((kind) => ({ kind, ...partAtFloor(best(kind), model) }));
  for (let wanted = limit + SPARE; ; wanted *= 2) {
    const ranked = await rank(
      parted.flatMap(({ kind, matches, behind }) =>
        [...matches.slice(0, wanted), ...behind.slice(0, BEHIND)].map(({ id }) => ({ kind, id })),
      ),
    );
    const isShort = parted.some(
      ({ kind, matches }) =>
        matches.length > wanted &&
        ranked.matches.filter((each) => each.kind === kind).length < limit,
    );
    if (!isShort) return ranked;
  }
}

function partAtFloor(placed: readonly Placed[], model: RankingModel) {
  const floor = Math.max(model.floor, scoreBehind(placed[0]?.score ?? 0, model));
  const matches = placed.filter(({ score }) => score >= floor);
  return {
    matches,
    behind: placed.filter(({ score }) => score < floor && score >= model.nearFloor),
  };
}
