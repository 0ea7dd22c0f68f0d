import { AppError } from '../../../kernel/errors.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { openMeetingRefusals, meetingProblems } from '../domain/meeting.ts';
import type { Meeting } from './content-tables.ts';
import { loadDocking } from './load-docking.ts';
import {
  emitMeeting,
  getMeeting,
  invite,
  meetingFacts,
  refuseWith,
  requireOrganiser,
  type MeetingPlan,
} from './meetings.ts';
import { writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

/** Which meeting, as the person saw it: its number rises with each change. */
type Seen = { id: string; meetingId: string; sequence: number };

/** Another time, place, agenda or circle. Who answered before the time or place moved is asked anew. */
export const changeMeeting = defineCommand({
  name: 'docking.change-meeting',
  load: loadDocking,
  async run(context, input: Seen & MeetingPlan, docking: Docking): Promise<void> {
    const meeting = await openMeeting(context, docking, input);
    const { place, link, agenda } = input;
    const times = { beginsAt: new Date(input.beginsAt), endsAt: new Date(input.endsAt) };
    refuseWith('invalid', meetingProblems({ place, link, ...times }, context.now));
    const changed = { ...meeting, place, link, agenda, ...times };
    const anew =
      changed.beginsAt.getTime() !== meeting.beginsAt.getTime() ||
      changed.place !== meeting.place ||
      changed.link !== meeting.link;
    await raise(context, meeting, { place, link, agenda, ...times });
    const { people } = input;
    await invite(context, docking, meeting.id, { people, organiser: meeting.proposedBy, anew });
    await writeEntry(context, docking, {
      action: 'changeMeeting',
      words: agenda === meeting.agenda ? '' : agenda,
      facts: meetingFacts(changed),
    });
    const sequence = meeting.sequence + 1;
    emitMeeting(context, docking, 'docking.meeting_changed', { id: meeting.id, sequence });
  },
});

/** Calls a meeting off, with a sentence. */
export const cancelMeeting = defineCommand({
  name: 'docking.cancel-meeting',
  load: loadDocking,
  async run(context, input: Seen & { words: string }, docking: Docking): Promise<void> {
    const meeting = await openMeeting(context, docking, input);
    await raise(context, meeting, { cancelledAt: context.now });
    await writeEntry(context, docking, {
      action: 'cancelMeeting',
      words: input.words,
      facts: meetingFacts(meeting),
    });
    const sequence = meeting.sequence + 1;
    emitMeeting(context, docking, 'docking.meeting_cancelled', { id: meeting.id, sequence });
  },
});

async function openMeeting(
  context: CommandContext,
  docking: Docking,
  seen: Seen,
): Promise<Meeting> {
  const meeting = await getMeeting(context.tx, docking.id, seen.meetingId);
  requireOrganiser(context, docking, meeting);
  refuseWith('refused', openMeetingRefusals(meeting));
  if (meeting.sequence !== seen.sequence)
    throw new AppError('conflict', { code: 'platform.stale' });
  return meeting;
}

async function raise(
  { tx, now }: CommandContext,
  meeting: Meeting,
  changes: Partial<Meeting>,
): Promise<void> {
  const changed = await tx
    .withTables<DockingTables>()
    .updateTable('dockingMeetings')
    .set({ ...changes, changedAt: now, sequence: meeting.sequence + 1 })
    .where('id', '=', meeting.id)
    .where('sequence', '=', meeting.sequence)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
}
