import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findExperts, organisationNames } from '../../directory/index.ts';
import { findAchievements, isListed } from '../../exchange/index.ts';
import { regionLabel } from '../../reference-data/index.ts';
import type { Match } from '../contract.ts';
import type { Offer, OfferKind } from '../domain/match.ts';

const FEN_PER_WAN = 1_000_000;
const wan = (fen: number | null) => (fen === null ? null : fen / FEN_PER_WAN);

/** What a page shows of an offer beside the reasons. */
export type Card = Omit<Match, 'rank' | 'score' | 'reasons' | 'against' | 'marks' | 'features'>;

type AchievementRow = Awaited<ReturnType<typeof findAchievements>>[number];
type ExpertRow = Awaited<ReturnType<typeof findExperts>>[number];

/** What ranking reads of an achievement. */
export const achievementOffer = (row: AchievementRow): Offer => ({
  id: row.id,
  kind: 'achievement',
  title: row.title,
  fields: { title: row.title, abstract: row.abstract, keywords: row.keywords.join('，') },
  priceMinWan: wan(row.priceMinFen),
  priceMaxWan: wan(row.priceMaxFen),
  trl: row.trl,
  coopModes: row.coopModes,
  regionCode: row.regionCode,
  industryCode: row.industryCode,
});

/** What ranking reads of an expert. */
export const expertOffer = (row: ExpertRow): Offer => ({
  id: row.id,
  kind: 'expert',
  title: row.name,
  fields: { title: row.name, research: row.research, bio: row.bio },
  regionCode: row.regionCode,
});

/** Offers as they stand in the database; what is no longer published is left out. */
export async function readOffers(
  platform: Platform,
  found: readonly { kind: OfferKind; id: string }[],
  language: Language,
): Promise<{ offer: Offer; version: number; card: Card }[]> {
  const ids = (kind: OfferKind) => found.filter((each) => each.kind === kind).map(({ id }) => id);
  const achievements = (await findAchievements(platform, ids('achievement'))).filter(isListed);
  const experts = await findExperts(platform.db, ids('expert'));
  const names = await organisationNames(
    platform.db,
    achievements.map((row) => row.organisationId),
  );
  return [
    ...achievements.map((row) => {
      const offer = achievementOffer(row);
      return {
        offer,
        version: row.version,
        card: {
          kind: 'achievement' as const,
          id: row.id,
          title: row.title,
          fields: offer.fields,
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
      const offer = expertOffer(row);
      return {
        offer,
        version: row.version,
        card: {
          kind: 'expert' as const,
          id: row.id,
          title: row.name,
          fields: offer.fields,
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
