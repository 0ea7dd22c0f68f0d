import { newId } from '../../../kernel/ids.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { arrangeRefusals, meetingProblems } from '../domain/meeting.ts';
import { loadDocking } from './load-docking.ts';
import { emitMeeting, invite, meetingFacts, refuseWith, type MeetingPlan } from './meetings.ts';
import { writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

/** Calls both sides together. It moves no step, so no open form becomes stale. */
export const proposeMeeting = defineCommand({
  name: 'docking.propose-meeting',
  load: loadDocking,
  async run(context, input: MeetingPlan & { id: string }, docking: Docking): Promise<void> {
    const { tx, actor, now } = context;
    refuseWith('refused', arrangeRefusals(docking));
    const times = { beginsAt: new Date(input.beginsAt), endsAt: new Date(input.endsAt) };
    const { place, link, agenda } = input;
    refuseWith('invalid', meetingProblems({ place, link, ...times }, now));
    const organiser = actor.userId!;
    const meeting = { id: newId(now.getTime()), sequence: 0, place, link, ...times };
    await tx
      .withTables<DockingTables>()
      .insertInto('dockingMeetings')
      .values({
        ...meeting,
        dockingId: docking.id,
        agenda,
        proposedBy: organiser,
        proposedAt: now,
        changedAt: now,
        cancelledAt: null,
        others: null,
        minutes: null,
        minutesBy: null,
        minutesSide: null,
        minutesAt: null,
        minutesFileId: null,
        isExample: docking.isExample,
      })
      .execute();
    await invite(context, docking, meeting.id, { people: input.people, organiser, anew: true });
    await writeEntry(context, docking, {
      action: 'proposeMeeting',
      words: agenda,
      facts: meetingFacts(meeting),
    });
    emitMeeting(context, docking, 'docking.meeting_proposed', meeting);
  },
});
