export { MatchCards } from './MatchCards.tsx';
export { findKeptReading, type KeptReading } from './open-candidate.ts';
