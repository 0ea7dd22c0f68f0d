import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { JudgeReason, JudgeRole, JudgeVerdict } from '../domain/judgement.ts';
import type { OfferKind } from '../domain/match.ts';

/** A candidate as an answer showed it, with what ranking saw of it. */
export type ShownOffer = {
  kind: OfferKind;
  id: string;
  rank: number;
  score: number;
  features: Record<string, number>;
  /** Chance decided between this place and the next; the upper one of the two. */
  drawn?: number;
};

export type MatchingTables = {
  matchAsks: {
    id: string;
    at: Date;
    needId: string | null;
    actorId: string;
    isExample: Generated<boolean>;
    modelVersion: string | null;
    shown: ColumnType<ShownOffer[] | null, string | null, never>;
    shownAs: string | null;
  };
  matchJudgements: {
    id: string;
    seq: GeneratedAlways<number>;
    at: Date;
    needId: string;
    offerKind: OfferKind;
    offerId: string;
    verdict: JudgeVerdict;
    reasonCode: JudgeReason | null;
    words: string | null;
    actorId: string | null;
    actorRole: JudgeRole;
    askId: string | null;
    rank: number | null;
    score: number | null;
    modelVersion: string | null;
    features: ColumnType<Record<string, number> | null, string | null, never>;
    isExample: boolean;
  };
  rankingModels: {
    version: string;
    model: ColumnType<unknown, string, never>;
    addedAt: Date;
    addedBy: string;
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
