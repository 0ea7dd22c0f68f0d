import type { Generated } from 'kysely';
import type { OfferKind } from '../domain/match.ts';

export type MatchingTables = {
  matchAsks: {
    id: string;
    at: Date;
    needId: string | null;
    actorId: string;
    isExample: Generated<boolean>;
  };
  matchEvents: {
    askId: string;
    pairKey: string;
    offerKind: OfferKind;
    offerId: string;
    rank: number;
    event: 'shown' | 'opened';
    at: Date;
    isExample: Generated<boolean>;
  };
  standingMatches: {
    regionCode: string;
    needId: string;
    offerKind: OfferKind;
    offerId: string;
    needOrganisationId: string;
    offerOrganisationId: string | null;
    offerExpertId: string | null;
    score: number;
    needVersion: number;
    offerVersion: number;
    firstSeenAt: Date;
    scoredAt: Date;
    isExample: boolean;
  };
  standingListings: {
    kind: 'need' | OfferKind;
    listingId: string;
    version: number;
    content: string;
    matchedAt: Date;
  };
  declinedMatches: {
    needId: string;
    offerKind: OfferKind;
    offerId: string;
    side: 'asker' | 'responder';
    dockingId: string | null;
    reasonCode: string | null;
    declinedAt: Date;
  };
};
