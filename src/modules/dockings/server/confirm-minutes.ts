import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { sideOf } from '../domain/docking-turn.ts';
import { loadDocking } from './load-docking.ts';
import { emitMeeting, getMeeting, meetingFacts } from './meetings.ts';
import { writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

/** A side that did not write the minutes says that they are right. What is not right it writes as a message. */
export const confirmMinutes = defineCommand({
  name: 'docking.confirm-minutes',
  load: loadDocking,
  async run(context, input: { id: string; meetingId: string }, docking: Docking): Promise<void> {
    const { tx, actor, now } = context;
    const meeting = await getMeeting(tx, docking.id, input.meetingId);
    const side = sideOf(docking, actor);
    if (meeting.minutesAt === null)
      throw new AppError('refused', { code: 'docking.meeting_no_minutes' });
    if (side === null || side === meeting.minutesSide)
      throw new AppError('refused', { code: 'docking.minutes_yours' });
    const confirmed = await tx
      .withTables<DockingTables>()
      .insertInto('dockingMeetingConfirmations')
      .values({
        meetingId: meeting.id,
        side,
        userId: actor.userId!,
        at: now,
        isExample: docking.isExample,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (confirmed.numInsertedOrUpdatedRows !== 1n)
      throw new AppError('refused', { code: 'docking.minutes_confirmed' });
    await writeEntry(context, docking, {
      action: 'confirmMinutes',
      facts: meetingFacts(meeting),
    });
    emitMeeting(context, docking, 'docking.minutes_confirmed', meeting);
  },
});
