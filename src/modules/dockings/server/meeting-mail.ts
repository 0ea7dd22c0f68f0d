import { calendarFile } from '../../../platform/documents/ics.ts';
import { dueText, notify } from '../../../platform/mail/notify.ts';
import type { Subscriber } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contactsOf } from '../../identity/index.ts';
import { findDockingRow } from './load-docking.ts';
import { calendarEntry } from './meeting-calendar.ts';
import type { DockingTables } from './tables.ts';

const events = ['proposed', 'changed', 'cancelled'].map((what) => `docking.meeting_${what}`);

/**
 * Tells those who are asked to a meeting of it and of each change, with a date that their calendar
 * takes over, moves or calls off. Who changed it gets the date too, having a calendar as well.
 */
export const meetingMails = (platform: Platform): Subscriber => ({
  name: 'dockings.meetings',
  types: events,
  async handle(tx, event) {
    const docking = await findDockingRow(tx, event.subjectId);
    const meeting = await tx
      .withTables<DockingTables>()
      .selectFrom('dockingMeetings')
      .selectAll()
      .where('id', '=', String(event.data.meetingId))
      .executeTakeFirst();
    // Gone with the examples; or changed again since, and that event writes its own mail.
    if (!docking || !meeting || meeting.sequence !== event.data.sequence) return;
    const { publicUrl } = platform.config;
    const people = await tx
      .withTables<DockingTables>()
      .selectFrom('dockingMeetingPeople')
      .select('userId')
      .where('meetingId', '=', meeting.id)
      .execute();
    const asked = await contactsOf(tx, { userIds: people.map(({ userId }) => userId) });
    const everybody = { ...event, data: { ...event.data, actorId: null } };
    await notify(platform, tx, everybody, asked, async (person, translate, language) => {
      const entry = await calendarEntry(tx, publicUrl, translate, { docking, meeting });
      const method = entry.cancelled ? 'cancel' : 'request';
      const happened = translate(event.type.replace('docking.', 'docking.happened.'));
      const { number, askerName, responderName } = docking;
      const { name, email } = person;
      const organizer = { name: translate('docking.meeting.organizer'), email: sender(platform) };
      return {
        kind: 'case_meeting',
        subject: translate('docking.mail.subject', { number, happened }),
        text: translate('docking.mail.meeting', {
          happened,
          begins: dueText(meeting.beginsAt, language),
          place: entry.place,
          askerName,
          responderName,
        }),
        path: `/cases/${docking.id}`,
        calendar: {
          method,
          content: calendarFile([entry], { method, organizer, asked: { name, email } }),
        },
      };
    });
  },
});

/** The address that mails come from: `融通 <no-reply@example.org>` or the bare one. */
const sender = ({ config: { mail } }: Platform): string =>
  /<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from;
