import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** A date as calendars exchange it (RFC 5545). `place` is an address, a link, or both. */
export type CalendarEntry = {
  /** Stays the same through every change, and is nobody else's. */
  uid: string;
  /** Raised with every change, so that calendars know the newer one. */
  sequence: number;
  /** When this state of it was made. */
  stamp: Date;
  beginsAt: Date;
  endsAt: Date;
  title: string;
  place: string;
  text: string;
  url?: string;
  cancelled: boolean;
};

/** `publish` for a file somebody fetches; the others for a mail that asks or calls off. */
export type CalendarMethod = 'publish' | 'request' | 'cancel';
export type CalendarPerson = { name: string; email: string };

/**
 * The text of an .ics file. Times are written in UTC, which every calendar shows in the reader's
 * own zone. `asked` is the one the mail goes to: nobody learns the address of another.
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  options: { method: CalendarMethod; organizer?: CalendarPerson; asked?: CalendarPerson },
): string {
  const calendar = ical({
    prodId: { company: 'Rongtong', product: 'Rongtong', language: 'ZH' },
    method: methods[options.method],
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: entry.stamp,
      start: entry.beginsAt,
      end: entry.endsAt,
      summary: entry.title,
      location: entry.place,
      description: entry.text,
      url: entry.url ?? null,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: options.organizer ?? null,
      // Answers are given on the page of the case; a reply by mail would reach nobody.
      attendees: options.asked ? [{ ...options.asked, rsvp: false }] : [],
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}

const methods = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
};
