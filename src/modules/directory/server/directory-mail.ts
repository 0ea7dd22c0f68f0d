import type { Tx } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import { dueText, notify } from '../../../platform/mail/notify.ts';
import type { NoticeKind } from '../../../platform/notices/notices.ts';
import type { StoredEvent, Subscriber } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accountNames, contactsOf, type Contact } from '../../identity/index.ts';
import { bookingWorkflow } from '../domain/booking.workflow.ts';
import { claimWorkflow } from '../domain/claim.workflow.ts';
import { getBookingRow } from './booking-commands.ts';
import { getClaimRow } from './claim-commands.ts';
import { organisationNames } from './directory-queries.ts';
import type { DirectoryTables } from './tables.ts';

type Letter = {
  kind: 'claim' | 'booking' | 'other';
  to: Contact[];
  params: (language: Language) => Record<string, string | number>;
  path: string;
};

const claimSteps = ['approve', 'refuse'] as const;
export const mailedEvents = [
  'claim.submitted',
  ...claimSteps.map((step) => claimWorkflow.transitions[step].emits),
  'claim.overdue',
  'booking.requested',
  ...bookingWorkflow.actions.map((action) => bookingWorkflow.transitions[action].emits),
  'booking.overdue',
  'organisation.person_removed',
];

/**
 * Writes to the operators when a claim waits for them, to the claimant what became of it; to the
 * owner of a facility when somebody wants it, and to whoever booked what was answered; to somebody
 * who was taken out of an organisation. Never to the one who did it.
 */
export const directoryMails = (platform: Platform): Subscriber => ({
  name: 'directory.mail',
  types: mailedEvents,
  async handle(tx, event) {
    const letter = await letterAbout(tx, event);
    if (!letter) return;
    await notify(platform, tx, event, letter.to, (_person, translate, language) => {
      const params = letter.params(language);
      return {
        kind: letter.kind,
        subject: translate(`directory.mail.${event.type}.subject`, params),
        text: translate(`directory.mail.${event.type}.text`, params),
        path: letter.path,
      };
    });
  },
});

/** What people can be told of here. */
export const directoryNotices: readonly NoticeKind[] = [
  { kind: 'claim', mail: 'at_once', concerns: () => true },
  { kind: 'booking', mail: 'at_once', concerns: () => true },
];

/** None when the subject was removed with the examples, or has moved on since. */
async function letterAbout(tx: Tx, event: StoredEvent): Promise<Letter | undefined> {
  if (event.subjectType === 'claim') return aboutClaim(tx, event);
  if (event.subjectType === 'booking') return aboutBooking(tx, event);
  return aboutRemoval(tx, event);
}

const exists = (tx: Tx, table: 'directoryClaims' | 'facilityBookings', id: string) =>
  tx
    .withTables<DirectoryTables>()
    .selectFrom(table as 'directoryClaims')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirst();

async function aboutClaim(tx: Tx, event: StoredEvent): Promise<Letter | undefined> {
  if (!(await exists(tx, 'directoryClaims', event.subjectId))) return undefined;
  const claim = await getClaimRow(tx, event.subjectId);
  const waits = event.type === 'claim.submitted' || event.type === 'claim.overdue';
  if (waits !== (claim.status === 'submitted')) return undefined;
  const title =
    claim.organisationId === null
      ? await expertName(tx, claim.expertId)
      : (await organisationNames(tx, [claim.organisationId])).get(claim.organisationId);
  const names = await accountNames(tx, [claim.userId]);
  return {
    kind: 'claim',
    to: waits
      ? await contactsOf(tx, { operatorsOf: { region: claim.regionCode, at: event.at } })
      : await contactsOf(tx, { userIds: [claim.userId] }),
    params: (language) => ({
      title: title ?? '',
      claimant: names.get(claim.userId) ?? '',
      due: dueText(claim.dueAt, language),
      words: claim.words,
      answer: claim.answer ?? '',
    }),
    path: waits ? '/claims' : `/${claim.subjectType}s/${claim.organisationId ?? claim.expertId}`,
  };
}

async function expertName(tx: Tx, id: string | null): Promise<string> {
  const row = await tx
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name ?? '';
}

async function aboutBooking(tx: Tx, event: StoredEvent): Promise<Letter | undefined> {
  if (!(await exists(tx, 'facilityBookings', event.subjectId))) return undefined;
  const booking = await getBookingRow(tx, event.subjectId);
  if (event.data.to !== undefined && event.data.to !== booking.status) return undefined;
  const names = await accountNames(tx, [booking.userId]);
  const owner = await contactsOf(tx, { organisationIds: [booking.organisationId] });
  const booker = await contactsOf(tx, { userIds: [booking.userId] });
  const operators = { operatorsOf: { region: booking.regionCode, at: event.at } };
  const to = {
    'booking.requested': owner,
    // Taken at once, the owner hears of it; confirmed by the owner, the booker does.
    'booking.confirmed': event.data.from === undefined ? owner : booker,
    'booking.refused': booker,
    'booking.cancelled': [...owner, ...booker],
    'booking.overdue': [...owner, ...(await contactsOf(tx, operators))],
  }[event.type];
  return {
    kind: 'booking',
    to: [...new Map((to ?? []).map((contact) => [contact.userId, contact])).values()],
    params: (language) => ({
      title: booking.facilityName,
      booker: names.get(booking.userId) ?? '',
      from: dueText(booking.startsAt, language),
      until: dueText(booking.endsAt, language),
      due: dueText(booking.dueAt, language),
      words: booking.purpose,
      answer: booking.answer ?? '',
    }),
    path: `/facilities/${booking.facilityId}`,
  };
}

async function aboutRemoval(tx: Tx, event: StoredEvent): Promise<Letter | undefined> {
  const line = await tx
    .withTables<DirectoryTables>()
    .selectFrom('directoryEntries')
    .select(['actorName', 'words'])
    .where('subjectType', '=', 'organisation')
    .where('subjectId', '=', event.subjectId)
    .where('action', '=', 'remove')
    .where('at', '=', event.at)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!line) return undefined;
  const names = await organisationNames(tx, [event.subjectId]);
  return {
    kind: 'other',
    to: await contactsOf(tx, { userIds: [String(event.data.userId)] }),
    params: () => ({
      title: names.get(event.subjectId) ?? '',
      by: line.actorName,
      answer: line.words ?? '',
    }),
    path: `/organisations/${event.subjectId}`,
  };
}
