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
};
