import type { Refusal } from '../../../kernel/errors.ts';
import { dockingWorkflow, type DockingStatus } from './docking.workflow.ts';

export type MeetingStatus = 'arranged' | 'cancelled' | 'held';

/** What the rules of a meeting look at. */
export type MeetingFacts = {
  beginsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
  minutesAt: Date | null;
};

/** The longest meeting that is believed, in hours; more is a slip of the hand. */
export const MAX_MEETING_HOURS = 72;

const ended: Refusal = { code: 'workflow.ended' };

export const meetingStatus = ({ cancelledAt, minutesAt }: MeetingFacts): MeetingStatus => {
  if (cancelledAt !== null) return 'cancelled';
  return minutesAt === null ? 'arranged' : 'held';
};

/** Whether meetings may be arranged in a case: once the one who was asked has accepted. */
export function arrangeRefusals({ status }: { status: DockingStatus }): Refusal[] {
  if (dockingWorkflow.isFinal(status)) return [ended];
  return status === 'proposed' ? [{ code: 'docking.meeting_later' }] : [];
}

/** What is wrong with a meeting that is to come. */
export function meetingProblems(
  meeting: Pick<MeetingFacts, 'beginsAt' | 'endsAt'> & { place: string; link: string },
  now: Date,
): Refusal[] {
  const { beginsAt, endsAt, place, link } = meeting;
  if (place === '' && link === '') return [{ code: 'docking.meeting_where' }];
  if (endsAt <= beginsAt) return [{ code: 'docking.meeting_ends_first' }];
  const hours = (endsAt.getTime() - beginsAt.getTime()) / 3_600_000;
  if (hours > MAX_MEETING_HOURS)
    return [{ code: 'docking.meeting_too_long', params: { hours: MAX_MEETING_HOURS } }];
  return endsAt <= now ? [{ code: 'docking.meeting_past' }] : [];
}

/** Reasons against changing, cancelling or answering a meeting. */
export function openMeetingRefusals(meeting: MeetingFacts): Refusal[] {
  const status = meetingStatus(meeting);
  if (status === 'cancelled') return [{ code: 'docking.meeting_cancelled' }];
  return status === 'held' ? [{ code: 'docking.meeting_held' }] : [];
}

/** Minutes are of what happened. */
export function minutesRefusals(meeting: MeetingFacts, now: Date): Refusal[] {
  const reasons = openMeetingRefusals(meeting);
  return reasons.length === 0 && meeting.beginsAt > now
    ? [{ code: 'docking.meeting_not_yet' }]
    : reasons;
}
