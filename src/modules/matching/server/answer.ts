import type { Ask, MatchResult, Offer, OfferKind } from '../domain/match.ts';
import { defaultBackground } from '../domain/background.ts';
import { createRanker, type Ranker } from '../domain/rank.ts';
import { candidateGrams } from '../domain/text-relevance.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { countExperts, findExperts, organisationNames } from '../../directory/index.ts';
import { countPublishedAchievements, findAchievements } from '../../exchange/index.ts';
import { regionLabel } from '../../reference-data/index.ts';
import type { Answer, Match } from '../contract.ts';
import { loadTermVectors } from './load-term-vectors.ts';

/** How many candidates the index gives to the exact ranking, for each kind. */
const CANDIDATES = 300;

const FEN_PER_WAN = 1_000_000;
const wan = (fen: number | null) => (fen === null ? null : fen / FEN_PER_WAN);

const background = defaultBackground();
let ranker: Promise<Ranker> | undefined;

/**
 * One ranker for the process: it remembers the listings it has read. The word vectors are read with
 * the first question, so that a start does not wait for them.
 */
function theRanker(): Promise<Ranker> {
  ranker ??= loadTermVectors().then(
    (vectors) => createRanker(background, { vectors }),
    (error: unknown) => {
      ranker = undefined;
      throw error;
    },
  );
  return ranker;
}

/** What a page shows of an offer beside the reasons. */
type Card = Omit<Match, 'rank' | 'score' | 'reasons' | 'against' | 'marks' | 'features'>;

/**
 * Candidates from the index, then the exact order and the reasons from the listings as they stand
 * in the database: a listing taken down a moment ago is never shown.
 */
export async function answerAsk(
  platform: Platform,
  ask: Ask,
  options: { limit: number; language: Language; only?: { kind: OfferKind; id: string } },
): Promise<Omit<Answer, 'askId'>> {
  const found = options.only ? [options.only] : await findCandidates(platform, ask);
  const cards = await readOffers(platform, found, options.language);
  const { matches, nearMisses } = (await theRanker()).rankOffers(
    ask,
    cards.map(({ offer }) => offer),
    { limit: options.limit },
  );
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
    asked: { title: ask.title ?? '', text: ask.text },
    matches: matches.map(shown),
    nearMisses: nearMisses.map(shown),
    read: {
      achievements: await countPublishedAchievements(platform.db),
      experts: await countExperts(platform.db),
      asOf: platform.clock.now().toISOString(),
    },
  };
}

/** Ids of all offers that could answer, best first, without reasons; for measuring. */
export async function rankedIds(
  platform: Platform,
  ask: Ask,
): Promise<Record<OfferKind, string[]>> {
  const found = await findCandidates(platform, ask);
  const cards = await readOffers(platform, found, 'zh-CN');
  const scored = (await theRanker()).scoreOffers(
    ask,
    cards.map(({ offer }) => offer),
  );
  const of = (kind: OfferKind) => scored.filter((each) => each.kind === kind).map(({ id }) => id);
  return { achievement: of('achievement'), expert: of('expert') };
}

async function findCandidates(
  { retrieval }: Platform,
  ask: Ask,
): Promise<{ kind: OfferKind; id: string }[]> {
  const kinds: OfferKind[] = ['achievement', 'expert'];
  // An index that is being built knows only a part of the library: better no answer than a wrong one.
  if ((await retrieval.readCursor()) === null) {
    throw new AppError('unavailable', { code: 'retrieval.rebuilding' });
  }
  const grams = candidateGrams(ask, background, await retrieval.count());
  if (grams.length === 0) return [];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const hits = await retrieval.search({ grams, kinds: [kind], limit: CANDIDATES });
      return hits.map(({ id }) => ({ kind, id }));
    }),
  );
  return found.flat();
}

async function readOffers(
  platform: Platform,
  found: readonly { kind: OfferKind; id: string }[],
  language: Language,
): Promise<{ offer: Offer; card: Card }[]> {
  const ids = (kind: OfferKind) => found.filter((each) => each.kind === kind).map(({ id }) => id);
  const achievements = (await findAchievements(platform, ids('achievement'))).filter(
    (row) => row.status === 'published',
  );
  const experts = await findExperts(platform.db, ids('expert'));
  const names = await organisationNames(
    platform.db,
    achievements.map((row) => row.organisationId),
  );
  return [
    ...achievements.map((row) => {
      const fields = {
        title: row.title,
        abstract: row.abstract,
        keywords: row.keywords.join('，'),
      };
      return {
        offer: {
          id: row.id,
          kind: 'achievement' as const,
          title: row.title,
          fields,
          priceMinWan: wan(row.priceMinFen),
          priceMaxWan: wan(row.priceMaxFen),
          trl: row.trl,
          coopModes: row.coopModes,
          regionCode: row.regionCode,
          industryCode: row.industryCode,
        },
        card: {
          kind: 'achievement' as const,
          id: row.id,
          title: row.title,
          fields,
          organisationName: names.get(row.organisationId) ?? '',
          position: '',
          regionName: regionLabel(row.regionCode, language),
          trl: row.trl,
          priceMinFen: row.priceMinFen,
          priceMaxFen: row.priceMaxFen,
          coopModes: row.coopModes,
          isExample: row.isExample,
        },
      };
    }),
    ...experts.map((row) => {
      const fields = { title: row.name, research: row.research, bio: row.bio };
      return {
        offer: {
          id: row.id,
          kind: 'expert' as const,
          title: row.name,
          fields,
          regionCode: row.regionCode,
        },
        card: {
          kind: 'expert' as const,
          id: row.id,
          title: row.name,
          fields,
          organisationName: row.organisationName,
          position: row.title,
          regionName: regionLabel(row.regionCode, language),
          trl: null,
          priceMinFen: null,
          priceMaxFen: null,
          coopModes: [],
          isExample: row.isExample,
        },
      };
    }),
  ];
}
