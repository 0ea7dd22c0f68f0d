import type { Generated, Selectable } from 'kysely';
import type { Json } from '../../../platform/commands/tables.ts';
import type { DockingSide } from '../domain/docking-turn.ts';
import type { MilestoneStatus } from '../domain/milestone.workflow.ts';
import type { RegistrationForm } from '../domain/registration.ts';

/** What a case holds beside its steps. */
export type ContentTables = {
  dockingMilestones: {
    id: string;
    dockingId: string;
    position: number;
    title: string;
    dueOn: string;
    amountFen: number;
    status: MilestoneStatus;
    deliveredAt: Date | null;
    acceptedAt: Date | null;
    isExample: boolean;
  };
  dockingMeetings: {
    id: string;
    dockingId: string;
    sequence: Generated<number>;
    place: string;
    link: string;
    beginsAt: Date;
    endsAt: Date;
    agenda: string;
    proposedBy: string;
    proposedAt: Date;
    changedAt: Date;
    cancelledAt: Date | null;
    others: number | null;
    minutes: string | null;
    minutesBy: string | null;
    minutesSide: DockingSide | null;
    minutesAt: Date | null;
    minutesFileId: string | null;
    isExample: boolean;
  };
  dockingMeetingPeople: {
    meetingId: string;
    userId: string;
    side: DockingSide;
    answer: 'comes' | 'absent' | null;
    answeredAt: Date | null;
    attended: boolean | null;
    isExample: boolean;
  };
  dockingRegistrations: {
    dockingId: string;
    form: Json<RegistrationForm>;
    changedBy: string;
    changedAt: Date;
    isExample: boolean;
  };
  dockingRatings: {
    dockingId: string;
    side: 'asker' | 'responder';
    userId: string;
    givenAt: Date;
    visibleFrom: Date;
    reply: number;
    promise: number;
    again: number;
    words: string;
    ratedOrganisationId: string | null;
    isExample: boolean;
  };
  dockingMeetingConfirmations: {
    meetingId: string;
    side: DockingSide;
    userId: string;
    at: Date;
    isExample: boolean;
  };
};

export type Meeting = Selectable<ContentTables['dockingMeetings']>;
