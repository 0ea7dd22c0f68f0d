import { beijingDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { attachFile } from '../../../platform/files/file-commands.ts';
import { stepRefusals } from '../domain/docking-actions.ts';
import { sideOf } from '../domain/docking-turn.ts';
import { minutesRefusals } from '../domain/meeting.ts';
import type { Meeting } from './content-tables.ts';
import { loadDocking } from './load-docking.ts';
import { emitMeeting, getMeeting, refuseWith } from './meetings.ts';
import { takeStep, writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

type Minutes = {
  id: string;
  meetingId: string;
  /** Those asked who came, and how many came beside them. */
  attended: string[];
  others: number;
  words: string;
  fileId: string | null;
};

/**
 * Who came and what was said. Where the case waits for its broker to bring both together and the
 * broker writes it, the case has met with that.
 */
export const recordMinutes = defineCommand({
  name: 'docking.record-minutes',
  load: loadDocking,
  async run(context, input: Minutes, docking: Docking): Promise<void> {
    const { tx, actor, now } = context;
    const meeting = await getMeeting(tx, docking.id, input.meetingId);
    refuseWith('refused', minutesRefusals(meeting, now));
    await markAttended(context, meeting, input.attended);
    const people = new Set(input.attended).size + input.others;
    if (people < 2) throw new AppError('invalid', { code: 'docking.meeting_nobody' });
    const held = {
      others: input.others,
      minutes: input.words,
      minutesBy: actor.userId,
      minutesSide: sideOf(docking, actor),
      minutesAt: now,
      minutesFileId: input.fileId,
    };
    await tx
      .withTables<DockingTables>()
      .updateTable('dockingMeetings')
      .set(held)
      .where('id', '=', meeting.id)
      .execute();
    if (input.fileId !== null)
      await attachFile(context, input.fileId, { type: 'docking', id: docking.id });

    const entry = {
      words: input.words,
      facts: heldFacts(meeting, people),
      ...(input.fileId !== null && { fileId: input.fileId }),
    };
    const metNow = stepRefusals('recordMeeting', docking, now).length === 0;
    if (metNow && docking.brokerId === actor.userId)
      await takeStep(context, docking, {
        action: 'recordMeeting',
        version: docking.version,
        ...entry,
      });
    else await writeEntry(context, docking, { action: 'minutes', ...entry });
    emitMeeting(context, docking, 'docking.minutes_recorded', meeting);
  },
});

async function markAttended(
  { tx }: CommandContext,
  meeting: Meeting,
  attended: readonly string[],
): Promise<void> {
  const db = tx.withTables<DockingTables>();
  const asked = await db
    .selectFrom('dockingMeetingPeople')
    .select('userId')
    .where('meetingId', '=', meeting.id)
    .execute();
  if (attended.some((id) => !asked.some(({ userId }) => userId === id)))
    throw new AppError('invalid', { code: 'docking.meeting_people' });
  for (const { userId } of asked) {
    await db
      .updateTable('dockingMeetingPeople')
      .set({ attended: attended.includes(userId) })
      .where('meetingId', '=', meeting.id)
      .where('userId', '=', userId)
      .execute();
  }
}

/** What counts as evidence of a meeting. */
const heldFacts = (meeting: Meeting, people: number) => ({
  meetingId: meeting.id,
  heldOn: beijingDate(meeting.beginsAt),
  place: meeting.place || meeting.link,
  people,
});

/** The evidence of a meeting whose minutes are written. Throws `refused` while they are not. */
export async function evidenceOf({ tx }: CommandContext, meeting: Meeting) {
  if (meeting.minutesAt === null)
    throw new AppError('refused', { code: 'docking.meeting_no_minutes' });
  const { came } = await tx
    .withTables<DockingTables>()
    .selectFrom('dockingMeetingPeople')
    .select((people) => people.fn.countAll<number>().as('came'))
    .where('meetingId', '=', meeting.id)
    .where('attended', '=', true)
    .executeTakeFirstOrThrow();
  return heldFacts(meeting, came + (meeting.others ?? 0));
}
