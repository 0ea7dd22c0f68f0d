import { offerKey } from '../domain/features.ts';
import {
  type Ask,
  type MatchResult,
  type Offer,
  OFFER_KINDS,
  type OfferKind,
} from '../domain/match.ts';
import { otherGrams } from '../domain/other-words.ts';
import { candidateGrams, readAsk } from '../domain/text-relevance.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { DocumentKind } from '../../../platform/retrieval/retrieval.ts';
import { countExperts } from '../../directory/index.ts';
import { countPublishedAchievements } from '../../exchange/index.ts';
import type { Answer, Match, Reading } from '../contract.ts';
import { readPosting } from '../domain/posting.ts';
import type { ShelfPlace } from '../domain/rank.ts';
import type { Placed } from '../domain/shelf.ts';
import { askModels, type ModelsAsked } from './ask-models.ts';
import { readOffers } from './read-offers.ts';
import { type Found, rankShelved, shelfOrder } from './rank-shelved.ts';
import type { RankedKinds } from './shelf-worker.ts';
import { background, termVectors, theRanker } from './the-ranker.ts';

/** How many candidates the index gives to the exact ranking, for each kind. */
const CANDIDATES = 300;

/**
 * Candidates from the index, then the exact order and the reasons from the listings as they stand
 * in the database: a listing taken down a moment ago is never shown.
 */
export async function answerAsk(
  platform: Platform,
  ask: Ask,
  options: {
    limit: number;
    language: Language;
    only?: { kind: OfferKind; id: string };
    /** Not to be shown. */
    hidden?: readonly Found[];
  },
): Promise<Omit<Answer, 'askId'>> {
  const ranker = await theRanker(platform);
  const models = await askModels(platform, ask);
  const hidden = new Set((options.hidden ?? []).map(offerKey));
  const isShown = (offer: Found) => !hidden.has(offerKey(offer));
  const { limit, language } = options;

  const order = options.only
    ? undefined
    : await shelfOrder(platform, ask, ranker.model, hidden.size);

  async function rank(found: readonly Found[]) {
    const cards = await readOffers(platform, found, language);
    const offers = cards.map(({ offer }) => offer);
    const placed = order && placesOf(order, cards);
    const measured = await models.measure(offers, (known) =>
      ranker.scoreOffers(ask, offers, { measured: known, placed }),
    );
    return { cards, ...ranker.rankOffers(ask, offers, { limit, measured, placed }) };
  }

  const { cards, matches, nearMisses } = order
    ? await rankShelved(order, { limit, model: ranker.model, isShown, rank })
    : await rank((await candidates(platform, ask, models, options.only)).filter(isShown));
  const cardOf = new Map(cards.map(({ card }) => [`${card.kind}:${card.id}`, card]));
  const shown = (result: MatchResult): Match => ({
    ...cardOf.get(`${result.kind}:${result.id}`)!,
    rank: result.rank,
    score: result.score,
    reasons: result.reasons,
    against: result.against,
    marks: result.marks,
    features: result.features,
  });
  return {
    model: ranker.model.version,
    asked: { title: ask.title ?? '', text: ask.text, reading: readingOf(ask) },
    matches: matches.map(shown),
    nearMisses: nearMisses.map(shown),
    read: {
      achievements: order?.achievement.held ?? (await countPublishedAchievements(platform.db)),
      experts: order?.expert.held ?? (await countExperts(platform.db)),
      asOf: platform.clock.now().toISOString(),
    },
    notices: models.notices(),
  };
}

/** What the shelf measured of offers whose texts have not changed since. */
function placesOf(
  order: RankedKinds,
  cards: readonly { offer: Offer; version: number }[],
): Map<string, ShelfPlace> {
  const versions = new Map(cards.map(({ offer, version }) => [offerKey(offer), version]));
  return new Map(
    OFFER_KINDS.flatMap((kind) =>
      order[kind].best
        .map((placed): [string, Placed] => [offerKey({ kind, id: placed.id }), placed])
        .filter(([key, { version }]) => versions.get(key) === version),
    ),
  );
}

function readingOf(ask: Ask): Reading {
  const { wanted, needs, sentences } = readPosting({ title: ask.title ?? '', text: ask.text });
  return {
    wanted: wanted.kind,
    evidence: wanted.evidence,
    needs: needs.length > 1 ? needs : [],
    countedLess: sentences.flatMap(({ field, start, end, role, weight, cues }) =>
      weight < 1 && (role === 'profile' || role === 'boilerplate' || role === 'empty')
        ? [{ field, start, end, role, weight, cues }]
        : [],
    ),
  };
}

/** Ids of all offers that could answer, best first, without reasons; for measuring. */
export async function rankedIds(
  platform: Platform,
  ask: Ask,
): Promise<Record<OfferKind, string[]>> {
  const ranker = await theRanker(platform);
  const order = await shelfOrder(platform, ask, ranker.model);
  if (order) {
    const ids = (kind: OfferKind) => order[kind].best.map(({ id }) => id);
    return { achievement: ids('achievement'), expert: ids('expert') };
  }
  const models = await askModels(platform, ask);
  const cards = await readOffers(platform, await candidates(platform, ask, models), 'zh-CN');
  const offers = cards.map(({ offer }) => offer);
  const measured = await models.measure(offers, (known) =>
    ranker.scoreOffers(ask, offers, { measured: known }),
  );
  const scored = ranker.scoreOffers(ask, offers, { measured });
  const of = (kind: OfferKind) => scored.filter((each) => each.kind === kind).map(({ id }) => id);
  return { achievement: of('achievement'), expert: of('expert') };
}

/** Each once. */
const together = (...lists: Found[][]): Found[] => [
  ...new Map(lists.flat().map((each) => [offerKey(each), each])).values(),
];

async function candidates(
  platform: Platform,
  ask: Ask,
  models: ModelsAsked,
  only?: Found,
): Promise<Found[]> {
  if (only) return [only];
  return together(
    await searchListings(platform, ask, ['achievement', 'expert']),
    models.candidates,
  );
}

/**
 * Listings of these kinds that share what is telling in the question, at most 300 of each. Throws
 * `unavailable` while the index is being built.
 */
export async function searchListings<Kind extends DocumentKind>(
  { retrieval }: Platform,
  ask: Ask,
  kinds: readonly Kind[],
): Promise<{ kind: Kind; id: string }[]> {
  // An index that is being built knows only a part of the library: better no answer than a wrong one.
  if ((await retrieval.readCursor()) === null) {
    throw new AppError('unavailable', { code: 'retrieval.rebuilding' });
  }
  const said = candidateGrams(ask, background, await retrieval.count());
  const grams = [...said, ...otherGrams(readAsk(ask, background).fields, await termVectors())];
  if (grams.length === 0) return [];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const hits = await retrieval.search({ grams, kinds: [kind], limit: CANDIDATES });
      return hits.map(({ id }) => ({ kind, id }));
    }),
  );
  return found.flat();
}
