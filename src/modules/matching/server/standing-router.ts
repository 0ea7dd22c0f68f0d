import { implement } from '@orpc/server';

import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { getListingOwner } from '../../directory/index.ts';
import { matchingContract, type StandingMatch } from '../contract.ts';
import { declineMatch, restoreMatch } from './decline-match.ts';
import { listStanding, type NewMatch } from './find-new-matches.ts';
import { listDeclined } from './list-declined.ts';
import { getOfferRecord, matchOffer } from './match-offer.ts';
import { getNeedAsk } from './need-ask.ts';
import { findSimilarNeeds, type OutcomesOf } from './similar-needs.ts';

/** The routes that look from the other side, back in time, or over what stands. */
export function createStandingRouter(
  platform: Platform,
  { outcomesOf }: { outcomesOf: OutcomesOf },
) {
  const { db, guard, runCommand } = platform;
  const os = implement(matchingContract).$context<ApiContext>();
  return {
    matchOffer: os.matchOffer.handler(async ({ context, input: { limit, ...key } }) => {
      const { actor } = context.request;
      guard.require(actor, 'match.offer', await getOfferRecord(platform, actor, key));
      return matchOffer(platform, key, { limit, language: context.language });
    }),
    listSimilarNeeds: os.listSimilarNeeds.handler(async ({ context, input }) => {
      const { actor } = context.request;
      const { need, ask } = await getNeedAsk(platform, input.id);
      guard.require(actor, 'match.need', need);
      const reader = { actor, language: context.language, outcomesOf, limit: input.limit };
      return { items: await findSimilarNeeds(platform, { id: need.id, ask }, reader) };
    }),
    listOrganisationMatches: os.listOrganisationMatches.handler(async ({ context, input }) => {
      const owner = await getListingOwner(db, input.id);
      guard.require(context.request.actor, 'match.organisation', owner);
      const query = { organisationIds: [input.id], expertIds: [], limit: input.limit, offset: 0 };
      const asked = await listStanding(platform, { ...query, side: 'need' });
      const offered = await listStanding(platform, { ...query, side: 'offer' });
      return {
        asked: asked.items.map(shown),
        offered: offered.items.map(shown),
        askedTotal: asked.total,
        offeredTotal: offered.total,
      };
    }),
    listMyMatches: os.listMyMatches.handler(async ({ context, input: { page, pageSize } }) => {
      const { actor } = context.request;
      guard.require(actor, 'match.mine');
      const { items, total } = await listStanding(platform, {
        organisationIds: actor.organisationIds,
        expertIds: actor.expertIds,
        limit: pageSize,
        offset: (page - 1) * pageSize,
      });
      return { items: items.map(shown), total, page, pageSize };
    }),
    listDeclinedOfNeed: os.listDeclinedOfNeed.handler(async ({ context, input }) => {
      const { actor } = context.request;
      const { need } = await getNeedAsk(platform, input.id);
      guard.require(actor, 'match.need', need);
      return { items: await listDeclined(platform, actor, { needId: input.id }) };
    }),
    listDeclinedOfOffer: os.listDeclinedOfOffer.handler(async ({ context, input }) => {
      const { actor } = context.request;
      guard.require(actor, 'match.offer', await getOfferRecord(platform, actor, input));
      const of = { kind: input.kind, offerId: input.id };
      return { items: await listDeclined(platform, actor, of) };
    }),
    declineMatch: os.declineMatch.handler(({ context, input }) =>
      runCommand(context.request, declineMatch, input),
    ),
    restoreMatch: os.restoreMatch.handler(({ context, input }) =>
      runCommand(context.request, restoreMatch, input),
    ),
  };
}

const shown = (match: NewMatch): StandingMatch => ({
  side: match.side,
  needId: match.needId,
  needTitle: match.needTitle,
  needOrganisationName: match.needOrganisationName,
  offerKind: match.offerKind,
  offerId: match.offerId,
  offerTitle: match.offerTitle,
  offerOrganisationName: match.offerOrganisationName,
  firstSeenAt: match.firstSeenAt.toISOString(),
});
