import { AppError, notFound, type Refusal } from '../../../kernel/errors.ts';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { casePeople } from './case-people.ts';
import type { Meeting } from './content-tables.ts';
import { emitDocking } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

/** When, where and about what; `people` are ids of accounts in the case. */
export type MeetingPlan = {
  place: string;
  link: string;
  beginsAt: string;
  endsAt: string;
  agenda: string;
  people: string[];
};

/** A meeting of this case. Throws `not_found` for one of another. */
export async function getMeeting(
  db: Db | Tx,
  dockingId: string,
  meetingId: string,
): Promise<Meeting> {
  const meeting = await db
    .withTables<DockingTables>()
    .selectFrom('dockingMeetings')
    .selectAll()
    .where('id', '=', meetingId)
    .where('dockingId', '=', dockingId)
    .executeTakeFirst();
  if (!meeting) throw notFound('meeting');
  return meeting;
}

/** Whoever called it together, and the broker, may move it or call it off. */
export function requireOrganiser(
  { actor }: CommandContext,
  docking: Docking,
  meeting: Meeting,
): void {
  if (meeting.proposedBy !== actor.userId && docking.brokerId !== actor.userId)
    throw new AppError('forbidden', { code: 'docking.meeting_not_yours' });
}

export function refuseWith(kind: 'invalid' | 'refused', reasons: Refusal[]): void {
  if (reasons.length > 0) throw new AppError(kind, reasons);
}

/**
 * Writes who is asked to come, all from the case; whoever calls it together comes. Answers stand
 * unless `anew`. Throws `invalid` for somebody who has no part in the case.
 */
export async function invite(
  { tx, actor, now }: CommandContext,
  docking: Docking,
  meetingId: string,
  plan: { people: readonly string[]; organiser: string; anew: boolean },
): Promise<void> {
  const db = tx.withTables<DockingTables>();
  const present = new Map((await casePeople(tx, docking)).map((each) => [each.userId, each]));
  const wanted = [...new Set([...plan.people, plan.organiser])];
  const known = wanted.flatMap((userId) => present.get(userId) ?? []);
  // Somebody who has left the organisation meanwhile is asked no more.
  if (plan.people.some((userId) => !present.has(userId)))
    throw new AppError('invalid', { code: 'docking.meeting_people' });
  if (known.length < 2) throw new AppError('invalid', { code: 'docking.meeting_nobody' });
  await db
    .deleteFrom('dockingMeetingPeople')
    .where('meetingId', '=', meetingId)
    .where(
      'userId',
      'not in',
      known.map(({ userId }) => userId),
    )
    .execute();
  for (const { userId, side } of known) {
    const comes = userId === actor.userId;
    const answer = comes ? { answer: 'comes' as const, answeredAt: now } : null;
    const none = { answer: null, answeredAt: null };
    await db
      .insertInto('dockingMeetingPeople')
      .values({
        meetingId,
        userId,
        side,
        attended: null,
        isExample: docking.isExample,
        ...(answer ?? none),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['meetingId', 'userId'])
          .doUpdateSet({ side, ...(answer ?? (plan.anew ? none : {})) }),
      )
      .execute();
  }
}

export const emitMeeting = (
  context: CommandContext,
  docking: Docking,
  type: string,
  meeting: Pick<Meeting, 'id' | 'sequence'>,
): void =>
  emitDocking(context, docking, type, { meetingId: meeting.id, sequence: meeting.sequence });

/** What the history says of a meeting beside words. */
export const meetingFacts = (meeting: Pick<Meeting, 'id' | 'beginsAt' | 'place' | 'link'>) => ({
  meetingId: meeting.id,
  beginsAt: meeting.beginsAt.toISOString(),
  place: meeting.place || meeting.link,
});
