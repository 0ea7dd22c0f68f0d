export { AskedBefore } from './AskedBefore.tsx';
export { JudgeMatch } from './JudgeMatch.tsx';
export { MatchCards } from './MatchCards.tsx';
export { useReading } from './use-reading.ts';
export { findKeptReading } from './open-candidate.ts';
export { keepText, keptText } from './ask-state.ts';
export { brieflyOf } from './present-reasons.ts';
export { matchingClient } from './matching-client.ts';
export type { Answer, Match } from '../contract.ts';
