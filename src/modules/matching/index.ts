export { answerAsk, rankedIds } from './server/answer.ts';
export { findNewMatches, type NewMatch } from './server/find-new-matches.ts';
export { countMatchEvents } from './server/match-counts.ts';
export { matchNow } from './server/need-ask.ts';
export { listingWeights } from './server/listing-weights.ts';
export { removeExampleAsks } from './server/remove-example-asks.ts';
export type { NeedOutcome } from './server/similar-needs.ts';
