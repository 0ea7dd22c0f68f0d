import { createHash } from 'node:crypto';
import { preferredLanguage } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { AccountMail } from './auth.ts';

const PAGES = { reset: '/reset-password', confirm: '/confirm-email' } as const;

/** Writes to an account about itself, in the language of the request that asked for it. */
export const createAccountMail =
  ({
    config,
    db,
    notices,
    translator,
  }: Pick<Platform, 'config' | 'db' | 'notices' | 'translator'>) =>
  async ({ purpose, user, token, acceptLanguage }: AccountMail): Promise<void> => {
    const translate = translator(preferredLanguage(acceptLanguage));
    const link = `${config.publicUrl}${PAGES[purpose]}?token=${encodeURIComponent(token)}`;
    // Each link is a mail of its own; what names it must not give it away.
    const name = createHash('sha256').update(token).digest('hex').slice(0, 24);
    const mail = {
      to: user.email,
      subject: translate(`account.mail.${purpose}.subject`),
      text: translate(`account.mail.${purpose}.text`, { name: user.name, email: user.email, link }),
      messageId: `account.${purpose}.${name}@${new URL(config.publicUrl).hostname}`,
    };
    await db
      .transaction()
      .execute((tx) => notices.mail(tx, { userId: user.id, kind: 'account', mail }));
  };
