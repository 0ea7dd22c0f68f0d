import type { Selectable } from 'kysely';
import type { PauseReason } from '../../kernel/step-clock.ts';

export type ClockTables = {
  stepClocks: {
    subjectType: string;
    subjectId: string;
    startedAt: Date;
    dueAt: Date;
    halfAt: Date | null;
    endAt: Date | null;
    nextAt: Date | null;
    pausedSince: Date | null;
  };
  clockPauses: {
    id: string;
    subjectType: string;
    subjectId: string;
    stepStartedAt: Date;
    reasonCode: PauseReason;
    words: string;
    since: Date;
    /** A day in China, `YYYY-MM-DD`. */
    until: string;
    pausedBy: string;
    pausedByName: string;
    endedAt: Date | null;
    endedBy: string | null;
  };
};

export type StepClock = Selectable<ClockTables['stepClocks']>;
export type ClockPause = Selectable<ClockTables['clockPauses']>;

/** What a clock belongs to, such as `{ type: 'docking', id }`. */
export type ClockSubject = { type: string; id: string };
