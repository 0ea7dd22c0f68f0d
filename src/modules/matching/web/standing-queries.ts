import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import type { Match } from '../contract.ts';
import { matchingClient } from './matching-client.ts';

export type OfferKey = { kind: Match['kind']; id: string };
/** Whose declined matches: of a need, or of an offer. */
export type DeclinedOf = { needId: string } | OfferKey;

const most = 10;

export const offerNeedsQuery = ({ kind, id }: OfferKey) =>
  queryOptions({
    queryKey: ['match', 'offer', kind, id, currentLanguage()],
    queryFn: ({ signal }) => matchingClient.matchOffer({ kind, id, limit: most }, { signal }),
  });

export const declinedQuery = (of: DeclinedOf) =>
  queryOptions({
    queryKey: ['match', 'declined', of],
    queryFn: ({ signal }) =>
      'needId' in of
        ? matchingClient.listDeclinedOfNeed({ id: of.needId }, { signal })
        : matchingClient.listDeclinedOfOffer(of, { signal }),
  });

export const organisationMatchesQuery = (id: string) =>
  queryOptions({
    queryKey: ['match', 'organisation', id],
    queryFn: ({ signal }) => matchingClient.listOrganisationMatches({ id, limit: 6 }, { signal }),
  });

export const myMatchesQuery = (page: number, pageSize: number) =>
  queryOptions({
    queryKey: ['match', 'mine', page, pageSize],
    queryFn: ({ signal }) => matchingClient.listMyMatches({ page, pageSize }, { signal }),
  });

/** A pair was declined or brought back: every list of matches may have changed. */
export const forgetMatches = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: ['match'] });
