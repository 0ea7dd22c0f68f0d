import type { z } from 'zod';
import type { Actor } from '../../../kernel/policy.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Guard } from '../../../platform/http/request.ts';
import type { caseFile, meeting, milestone } from '../content.contract.ts';
import { sideOf } from '../domain/docking-turn.ts';
import { meetingStatus, minutesRefusals, openMeetingRefusals } from '../domain/meeting.ts';
import type { Meeting } from './content-tables.ts';
import { namer, type Reader } from './docking-summaries.ts';
import { readMilestones } from './milestones.ts';
import type { Docking, DockingTables } from './tables.ts';

type CaseFile = z.infer<typeof caseFile>;
type MeetingView = z.infer<typeof meeting>;

/** The milestones of a case as its page shows them. */
export async function milestonesPart(
  db: Db,
  dockingId: string,
): Promise<z.infer<typeof milestone>[]> {
  const milestones = await readMilestones(db, dockingId);
  if (milestones.length === 0) return [];
  const moments = await db
    .withTables<DockingTables>()
    .selectFrom('dockingMilestones')
    .select(['id', 'deliveredAt', 'acceptedAt'])
    .where('dockingId', '=', dockingId)
    .execute();
  const momentsOf = new Map(moments.map((row) => [row.id, row]));
  return milestones.map((each) => ({
    ...each,
    deliveredAt: momentsOf.get(each.id)?.deliveredAt?.toISOString() ?? null,
    acceptedAt: momentsOf.get(each.id)?.acceptedAt?.toISOString() ?? null,
  }));
}

/** The meetings of a case, the next or latest first, with what the reader may do about each. */
export async function meetingsPart(
  db: Db,
  guard: Guard,
  docking: Docking,
  reader: Reader,
  files: ReadonlyMap<string, CaseFile>,
): Promise<MeetingView[]> {
  const tables = db.withTables<DockingTables>();
  const meetings = await tables
    .selectFrom('dockingMeetings')
    .selectAll()
    .where('dockingId', '=', docking.id)
    .orderBy('beginsAt', 'desc')
    .execute();
  if (meetings.length === 0) return [];
  const ids = meetings.map(({ id }) => id);
  const people = await tables
    .selectFrom('dockingMeetingPeople')
    .selectAll()
    .where('meetingId', 'in', ids)
    .orderBy('side')
    .orderBy('userId')
    .execute();
  const confirmations = await tables
    .selectFrom('dockingMeetingConfirmations')
    .selectAll()
    .where('meetingId', 'in', ids)
    .orderBy('at')
    .execute();
  const name = await namer(db, reader.translate, [
    ...meetings.flatMap((each) => [each.proposedBy, each.minutesBy]),
    ...[...people, ...confirmations].map(({ userId }) => userId),
  ]);
  const { actor, now } = reader;
  const permit = guard.permit(actor, docking);
  return meetings.map((each) => {
    const asked = people.filter(({ meetingId }) => meetingId === each.id);
    const confirmed = confirmations.filter(({ meetingId }) => meetingId === each.id);
    const isOpen = openMeetingRefusals(each).length === 0;
    const side = sideOf(docking, actor);
    return {
      id: each.id,
      sequence: each.sequence,
      status: meetingStatus(each),
      place: each.place,
      link: each.link,
      beginsAt: each.beginsAt.toISOString(),
      endsAt: each.endsAt.toISOString(),
      agenda: each.agenda,
      organiserName: name(each.proposedBy),
      mayChange:
        isOpen && isOrganiser(docking, each, actor) && permit('docking.change-meeting').allowed,
      mayAnswer: isOpen && asked.some(({ userId }) => userId === actor.userId),
      mayRecord:
        minutesRefusals(each, now).length === 0 && permit('docking.record-minutes').allowed,
      mayConfirm:
        each.minutesAt !== null &&
        permit('docking.confirm-minutes').allowed &&
        side !== each.minutesSide &&
        !confirmed.some((given) => given.side === side),
      people: asked.map((person) => ({
        userId: person.userId,
        name: name(person.userId),
        side: person.side,
        isReader: person.userId === actor.userId,
        answer: person.answer,
        attended: person.attended,
      })),
      others: each.others,
      minutes: minutesOf(each, name, files, confirmed),
    };
  });
}

const isOrganiser = (docking: Docking, meeting: Meeting, { userId }: Actor): boolean =>
  userId !== null && (meeting.proposedBy === userId || docking.brokerId === userId);

function minutesOf(
  each: Meeting,
  name: (userId: string | null) => string,
  files: ReadonlyMap<string, CaseFile>,
  confirmed: readonly { side: NonNullable<Meeting['minutesSide']>; userId: string; at: Date }[],
): MeetingView['minutes'] {
  const { minutes, minutesAt, minutesSide, minutesFileId } = each;
  if (minutes === null || minutesAt === null) return null;
  return {
    words: minutes,
    byName: name(each.minutesBy),
    side: minutesSide ?? 'broker',
    at: minutesAt.toISOString(),
    file: minutesFileId === null ? null : (files.get(minutesFileId) ?? null),
    confirmations: confirmed.map(({ side, userId, at }) => ({
      side,
      name: name(userId),
      at: at.toISOString(),
    })),
  };
}
