import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findMail, noteAttempt } from './deliveries.ts';

/** With growing pauses of 5 seconds at first this is most of a working day. */
const RETRIES = 12;

/** Sends one mail; tried again with growing pauses while the mail server is away. */
export const mailJob = ({ mailer, db, clock }: Platform): Job<Mail> => ({
  name: 'mail.send',
  retryLimit: RETRIES,
  async handle(mail) {
    const { messageId } = mail;
    const known = await findMail(db, messageId);
    if (known?.status === 'sent') return;
    const attempts = (known?.attempts ?? 0) + 1;
    try {
      await mailer.send(mail);
    } catch (error) {
      const status = attempts > RETRIES ? 'failed' : 'queued';
      await noteAttempt(db, messageId, { status, attempts, at: clock.now(), error });
      throw error;
    }
    await noteAttempt(db, messageId, { status: 'sent', attempts, at: clock.now() });
  },
});
