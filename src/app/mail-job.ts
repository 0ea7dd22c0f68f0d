import type { Job } from '../platform/jobs/jobs.ts';
import type { Mail } from '../platform/mail/mail.ts';
import type { Platform } from '../platform/platform.ts';

/** Sends one mail; tried again with growing pauses while the mail server is away. */
export const mailJob = ({ mailer }: Platform): Job<Mail> => ({
  name: 'mail.send',
  retryLimit: 8,
  handle: (mail) => mailer.send(mail),
});
