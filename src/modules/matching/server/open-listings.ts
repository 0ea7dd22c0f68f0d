import { createHash } from 'node:crypto';

import type { Platform } from '../../../platform/platform.ts';
import { findExperts } from '../../directory/index.ts';
import { findAchievements, findNeeds, isListed } from '../../exchange/index.ts';
import type { Ask, Offer, OfferKind } from '../domain/match.ts';
import { needAsk } from './need-ask.ts';
import { achievementOffer, expertOffer } from './read-offers.ts';

/** A listing that stands open, with what ranking reads of it and whose it is. */
type Open = {
  id: string;
  version: number;
  organisationId: string | null;
  isExample: boolean;
  /** Differs when anything that ranking reads, or the owner, has changed. */
  content: string;
};
export type OpenNeed = Open & {
  kind: 'need';
  ask: Ask;
  title: string;
  organisationId: string;
  regionCode: string;
  publishedAt: Date | null;
  budgetFen: number | null;
};
export type OpenOffer = Open & { kind: OfferKind; offer: Offer; expertId: string | null };

const hash = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url');

export const isOpenNeed = (need: { status: string; lapsedAt: Date | null }): boolean =>
  isListed(need) || need.status === 'in_docking';

/** Needs that are still looked for, by id; the others are left out. */
export async function readOpenNeeds(
  { db }: Pick<Platform, 'db'>,
  ids: readonly string[],
): Promise<OpenNeed[]> {
  const rows = await findNeeds(db, ids);
  return rows.filter(isOpenNeed).map((row) => {
    const ask = needAsk(row);
    const { id, version, title, organisationId, regionCode, isExample, publishedAt, budgetFen } =
      row;
    return {
      kind: 'need',
      id,
      version,
      title,
      organisationId,
      regionCode,
      isExample,
      publishedAt,
      budgetFen,
      ask,
      content: hash([ask, organisationId]),
    };
  });
}

/** Achievements and experts that can be asked, by kind and id; the others are left out. */
export async function readOpenOffers(
  platform: Pick<Platform, 'db'>,
  wanted: readonly { kind: OfferKind; id: string }[],
): Promise<OpenOffer[]> {
  const ids = (kind: OfferKind) => wanted.filter((each) => each.kind === kind).map(({ id }) => id);
  const achievements = await findAchievements(platform, ids('achievement'));
  const experts = await findExperts(platform.db, ids('expert'));
  return [
    ...achievements.filter(isListed).map((row) => {
      const { id, version, organisationId, expertId, isExample } = row;
      return openOffer(achievementOffer(row), {
        id,
        version,
        organisationId,
        expertId,
        isExample,
      });
    }),
    ...experts.map((row) => {
      const { id, version, organisationId, isExample } = row;
      return openOffer(expertOffer(row), { id, version, organisationId, expertId: id, isExample });
    }),
  ];
}

const openOffer = (
  offer: Offer,
  facts: Omit<OpenOffer, 'kind' | 'offer' | 'content'>,
): OpenOffer => ({
  ...facts,
  kind: offer.kind,
  offer,
  content: hash([offer, facts.organisationId, facts.expertId]),
});
