import { notify } from '../../../platform/mail/notify.ts';
import type { NoticeKind } from '../../../platform/notices/notices.ts';
import type { Subscriber } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contactsOf } from '../../identity/index.ts';
import { confirmationOf } from './confirmation-of.ts';
import { findListing } from './open-closed-part.ts';

/** What an owner has to confirm, or that was hidden because it was not. */
export const confirmationNotice: NoticeKind = {
  kind: 'confirmation',
  mail: 'at_once',
  concerns: ({ organisationIds }) => organisationIds.length > 0,
};

/** Reminds the members of an organisation before a listing is hidden, and tells them when it was. */
export const confirmationMails = (platform: Platform): Subscriber => ({
  name: 'exchange.confirmation-mail',
  types: ['need', 'achievement'].flatMap((kind) => [`${kind}.confirmation_due`, `${kind}.lapsed`]),
  async handle(tx, event) {
    const type = event.type.startsWith('need.') ? 'need' : 'achievement';
    const listing = await findListing(tx, { type, id: event.subjectId });
    if (!listing) return;
    const state = await confirmationOf(tx, listing, true, event.at);
    const lapsed = event.type.endsWith('.lapsed');
    // Confirmed or taken down since.
    if (!state || state.hidden !== lapsed || listing.confirmRemindedAt === null) return;
    const people = await contactsOf(tx, { organisationIds: [listing.organisationId] });
    await notify(platform, tx, event, people, (_person, translate, language) => {
      const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
        timeZone: 'Asia/Shanghai',
        dateStyle: 'long',
      });
      const words = { title: listing.title, day: day.format(new Date(state.until)) };
      const step = lapsed ? 'lapsed' : 'due';
      return {
        kind: confirmationNotice.kind,
        subject: translate(`confirmation.mail.${step}.subject`, words),
        text: translate(`confirmation.mail.${step}.text`, words),
        path: `/${type === 'need' ? 'needs' : 'achievements'}/${listing.id}`,
      };
    });
  },
});
