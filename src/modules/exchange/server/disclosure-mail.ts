import { notify } from '../../../platform/mail/notify.ts';
import type { NoticeKind } from '../../../platform/notices/notices.ts';
import type { Subscriber } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contactsOf } from '../../identity/index.ts';
import { findListing } from './open-closed-part.ts';
import type { ExchangeTables } from './tables.ts';

/** Questions about closed parts, and what became of them. */
export const disclosureNotice: NoticeKind = {
  kind: 'disclosure',
  mail: 'at_once',
  concerns: ({ organisationIds, expertIds, grants }) =>
    organisationIds.length > 0 ||
    expertIds.length > 0 ||
    grants.some(({ role }) => role === 'broker'),
};

const steps = ['asked', 'granted', 'refused', 'revoked'] as const;

/**
 * Tells the owner when somebody asks to see a closed part, and the one who asked what became of it.
 * Nothing of the closed part itself goes into a notice.
 */
export const disclosureMails = (platform: Platform): Subscriber => ({
  name: 'exchange.disclosure-mail',
  types: steps.map((step) => `disclosure.${step}`),
  async handle(tx, event) {
    const row = await tx
      .withTables<ExchangeTables>()
      .selectFrom('disclosures')
      .selectAll()
      .where('id', '=', event.subjectId)
      .executeTakeFirst();
    // Removed, or decided otherwise since: that has a notice of its own.
    if (!row || event.type !== `disclosure.${row.status}`) return;
    const listing = await findListing(tx, { type: row.subjectType, id: row.subjectId });
    if (!listing) return;
    const people = await contactsOf(
      tx,
      row.status === 'asked' ? { organisationIds: [row.ownerId] } : { userIds: [row.requestedBy] },
    );
    const words = {
      title: listing.title,
      who: [row.requesterOrganisation, row.requesterName].filter(Boolean).join(' '),
      words: row.status === 'asked' ? row.words : (row.reason ?? ''),
      until: row.validUntil ?? '',
    };
    await notify(platform, tx, event, people, (_person, translate) => ({
      kind: disclosureNotice.kind,
      subject: translate(`disclosure.mail.${row.status}.subject`, words),
      text: translate(`disclosure.mail.${row.status}.text`, words),
      path: `/${row.subjectType === 'need' ? 'needs' : 'achievements'}/${listing.id}`,
    }));
  },
});
