import { notify } from '../../../platform/mail/notify.ts';
import type { NoticeKind } from '../../../platform/notices/notices.ts';
import type { Subscriber } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contactsOf } from '../../identity/index.ts';
import { findNeeds } from './need-queries.ts';
import type { ExchangeTables } from './tables.ts';

/** A need that somebody drafted for an organisation after a visit. */
export const visitNotice: NoticeKind = {
  kind: 'visit',
  mail: 'at_once',
  concerns: ({ organisationIds }) => organisationIds.length > 0,
};

/** Tells the visited organisation that a draft waits for it. */
export const visitMails = (platform: Platform): Subscriber => ({
  name: 'exchange.visit-mail',
  types: ['visit.need_drafted'],
  async handle(tx, event) {
    const { needId } = event.data;
    const [need] = typeof needId === 'string' ? await findNeeds(tx, [needId]) : [];
    if (need?.status !== 'draft' || need.visitId === null) return;
    const visit = await tx
      .withTables<ExchangeTables>()
      .selectFrom('visits')
      .select(['visitedOn', 'visitors', 'recorderName'])
      .where('id', '=', need.visitId)
      .executeTakeFirst();
    if (!visit) return;
    const people = await contactsOf(tx, { organisationIds: [need.organisationId] });
    const words = {
      title: need.title,
      day: visit.visitedOn,
      visitors: visit.visitors,
      recorder: visit.recorderName,
    };
    await notify(platform, tx, event, people, (_person, translate) => ({
      kind: visitNotice.kind,
      subject: translate('visit.mail.subject', words),
      text: translate('visit.mail.text', words),
      path: `/needs/${need.id}/edit`,
    }));
  },
});
