import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { openMeetingRefusals } from '../domain/meeting.ts';
import { loadDocking } from './load-docking.ts';
import { emitMeeting, getMeeting, refuseWith } from './meetings.ts';
import type { Docking, DockingTables } from './tables.ts';

/** One who is asked says whether he comes; it may be said anew until the meeting is held. */
export const answerMeeting = defineCommand({
  name: 'docking.answer-meeting',
  load: loadDocking,
  async run(
    context,
    input: { id: string; meetingId: string; comes: boolean },
    docking: Docking,
  ): Promise<void> {
    const { tx, actor, now } = context;
    const meeting = await getMeeting(tx, docking.id, input.meetingId);
    refuseWith('refused', openMeetingRefusals(meeting));
    const answered = await tx
      .withTables<DockingTables>()
      .updateTable('dockingMeetingPeople')
      .set({ answer: input.comes ? 'comes' : 'absent', answeredAt: now })
      .where('meetingId', '=', meeting.id)
      .where('userId', '=', actor.userId ?? '')
      .executeTakeFirst();
    if (answered.numUpdatedRows !== 1n)
      throw new AppError('forbidden', { code: 'docking.meeting_not_invited' });
    const type = input.comes ? 'docking.meeting_joined' : 'docking.meeting_declined';
    emitMeeting(context, docking, type, meeting);
  },
});
