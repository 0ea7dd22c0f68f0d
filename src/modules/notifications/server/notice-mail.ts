import type { Translate } from '../../../platform/i18n/languages.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import type { WrittenNotice } from '../../../platform/notices/notices.ts';

/** A notice as the mail that brings it at once; with what lets a mail program stop it (RFC 8058). */
export function noticeMail(letter: {
  name: string;
  notice: WrittenNotice;
  publicUrl: string;
  /** Stops mail of this kind. */
  unsubscribe: string;
  translate: Translate;
}): Pick<Mail, 'subject' | 'text' | 'headers' | 'calendar'> {
  const { name, notice, publicUrl, unsubscribe, translate } = letter;
  return {
    subject: translate('notice.mail.subject', { subject: notice.subject }),
    text: [
      translate('notice.mail.greeting', { name }),
      notice.text,
      ...(notice.path === undefined
        ? []
        : [translate('notice.mail.link', { link: `${publicUrl}${notice.path}` })]),
      translate('notice.mail.end', { settings: `${publicUrl}/my/notifications`, unsubscribe }),
    ].join('\n\n'),
    headers: unsubscribeHeaders(unsubscribe),
    ...(notice.calendar && { calendar: notice.calendar }),
  };
}

/** RFC 2369 and RFC 8058; the second asks that the address be https, over http it is left aside. */
export const unsubscribeHeaders = (address: string): Record<string, string> => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});
