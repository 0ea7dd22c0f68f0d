import type { Actor } from '../../../kernel/policy.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findExperts } from '../../directory/index.ts';
import { findAchievements, findNeeds, isListed } from '../../exchange/index.ts';
import type { DeclinedMatch } from '../contract.ts';
import type { OfferKind } from '../domain/match.ts';
import { sidesOf } from './decline-match.ts';
import { findDeclines, type Decline } from './declined-matches.ts';
import { isOpenNeed } from './open-listings.ts';

/**
 * Declined pairs of a need, or of an offer, whose two sides still stand open, as a reader may know
 * of them: what the other side only put aside for itself is its own affair, what it declined in a
 * case both know.
 */
export async function listDeclined(
  platform: Platform,
  actor: Actor,
  of: { needId: string } | { kind: OfferKind; offerId: string },
): Promise<DeclinedMatch[]> {
  const declines = await findDeclines(platform.db, of);
  const { needs, offers } = await readBoth(platform, declines);
  return declines.flatMap((decline) => {
    const need = needs.get(decline.needId);
    const offer = offers.get(`${decline.offerKind} ${decline.offerId}`);
    // Of a listing that is not open nothing is hidden: it would not be shown anyway.
    if (!need || !offer || !isOpenNeed(need)) return [];
    const sides = sidesOf(actor, { needOrganisationId: need.organisationId, ...offer.owners });
    const mine = sides.includes(decline.side);
    if (sides.length > 0 && !mine && decline.dockingId === null) return [];
    return [
      {
        needId: decline.needId,
        needTitle: need.title,
        offerKind: decline.offerKind,
        offerId: decline.offerId,
        offerTitle: offer.title,
        side: decline.side,
        dockingId: decline.dockingId,
        reasonCode: decline.reasonCode,
        declinedAt: decline.declinedAt.toISOString(),
        mine,
      },
    ];
  });
}

async function readBoth(platform: Platform, declines: readonly Decline[]) {
  const ids = (kind: OfferKind) =>
    declines.filter(({ offerKind }) => offerKind === kind).map(({ offerId }) => offerId);
  const needs = await findNeeds(
    platform.db,
    declines.map(({ needId }) => needId),
  );
  const achievements = (await findAchievements(platform, ids('achievement'))).filter(isListed);
  const experts = await findExperts(platform.db, ids('expert'));
  return {
    needs: new Map(needs.map((row) => [row.id, row])),
    offers: new Map([
      ...achievements.map(({ id, title, organisationId, expertId }) => {
        const owners = {
          offerOrganisationId: organisationId as string | null,
          offerExpertId: expertId,
        };
        return [`achievement ${id}`, { title, owners }] as const;
      }),
      ...experts.map(({ id, name }) => {
        const owners = { offerOrganisationId: null, offerExpertId: id };
        return [`expert ${id}`, { title: name, owners }] as const;
      }),
    ]),
  };
}
