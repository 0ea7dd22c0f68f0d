import { beijingDate, shiftDate } from '../../../kernel/calendar.ts';
import type { Refusal } from '../../../kernel/errors.ts';
import type { DockingSide } from './docking-turn.ts';
import { dockingWorkflow, type DockingStatus } from './docking.workflow.ts';

/** Calendar days after the end within which both sides may rate; afterwards what was given is read. */
export const RATING_DAYS = 14;
/** An organisation shows what others thought of it from this many on, so that none can be guessed. */
export const FEWEST_RATINGS = 3;

/** Replies in time; kept what was agreed; would work together again. */
export const ratingQuestions = ['reply', 'promise', 'again'] as const;
export type Rating = Record<(typeof ratingQuestions)[number], number>;

export type RatingFacts = {
  status: DockingStatus;
  endedAt: Date | null;
  /** Whether the two ever dealt with each other: the one who was asked accepted. */
  wasAccepted: boolean;
  side: DockingSide | null;
  hasRated: boolean;
};

export function ratingRefusals(facts: RatingFacts, now: Date): Refusal[] {
  const { status, endedAt, wasAccepted, side, hasRated } = facts;
  if (endedAt === null || !dockingWorkflow.isFinal(status)) return [{ code: 'docking.rate_later' }];
  if (status === 'declined' || !wasAccepted) return [{ code: 'docking.rate_nothing' }];
  if (side !== 'asker' && side !== 'responder') return [{ code: 'docking.party_only' }];
  if (hasRated) return [{ code: 'docking.rated' }];
  return isOver(endedAt, now) ? [{ code: 'docking.rate_over', params: { days: RATING_DAYS } }] : [];
}

const isOver = (endedAt: Date, now: Date): boolean =>
  beijingDate(now) >= shiftDate(beijingDate(endedAt), RATING_DAYS);

/** Neither side answers the other's words: both are read at once, or when the time is over. */
export const areRatingsOpen = (given: number, endedAt: Date | null, now: Date): boolean =>
  given >= 2 || (endedAt !== null && isOver(endedAt, now));

/** Means to one decimal; null while there are too few. Never an order of organisations. */
export function ratingMeans(ratings: readonly Rating[]): Rating | null {
  if (ratings.length < FEWEST_RATINGS) return null;
  const mean = (question: keyof Rating) =>
    Math.round((10 * ratings.reduce((sum, rating) => sum + rating[question], 0)) / ratings.length) /
    10;
  return { reply: mean('reply'), promise: mean('promise'), again: mean('again') };
}
