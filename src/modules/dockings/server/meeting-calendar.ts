import type { Actor } from '../../../kernel/policy.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { calendarFile, type CalendarEntry } from '../../../platform/documents/ics.ts';
import type { Translate } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Meeting } from './content-tables.ts';
import { namer } from './docking-summaries.ts';
import { getDockingRow } from './load-docking.ts';
import { getMeeting } from './meetings.ts';
import type { Docking, DockingTables } from './tables.ts';

/** A meeting as a calendar takes it. Nobody's address is in it, only names. */
export async function calendarEntry(
  db: Db | Tx,
  publicUrl: string,
  translate: Translate,
  { docking, meeting }: { docking: Docking; meeting: Meeting },
): Promise<CalendarEntry> {
  const people = await db
    .withTables<DockingTables>()
    .selectFrom('dockingMeetingPeople')
    .select('userId')
    .where('meetingId', '=', meeting.id)
    .orderBy('side')
    .orderBy('userId')
    .execute();
  const name = await namer(
    db,
    translate,
    people.map(({ userId }) => userId),
  );
  const page = `${publicUrl}/cases/${docking.id}`;
  return {
    uid: `${meeting.id}@${new URL(publicUrl).hostname}`,
    sequence: meeting.sequence,
    stamp: meeting.changedAt,
    beginsAt: meeting.beginsAt,
    endsAt: meeting.endsAt,
    title: translate('docking.meeting.title', {
      number: docking.number,
      askerName: docking.askerName,
      responderName: docking.responderName,
    }),
    place: [meeting.place, meeting.link].filter(Boolean).join(' '),
    text: translate('docking.meeting.text', {
      agenda: meeting.agenda,
      people: people.map(({ userId }) => name(userId)).join('、'),
      link: page,
    }),
    url: page,
    cancelled: meeting.cancelledAt !== null,
  };
}

/** The file for whoever may read the case. */
export async function downloadMeeting(
  { db, guard, config }: Platform,
  actor: Actor,
  translate: Translate,
  wanted: { id: string; meetingId: string },
): Promise<File> {
  const docking = await getDockingRow(db, wanted.id);
  guard.require(actor, 'docking.read', docking);
  const meeting = await getMeeting(db, docking.id, wanted.meetingId);
  const entry = await calendarEntry(db, config.publicUrl, translate, { docking, meeting });
  const method = entry.cancelled ? 'cancel' : 'publish';
  return new File([calendarFile([entry], { method })], `${docking.number}.ics`, {
    type: 'text/calendar; charset=utf-8',
  });
}
