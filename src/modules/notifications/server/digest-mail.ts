import type { DigestLine } from '../../../platform/digest/source.ts';
import type { Translate } from '../../../platform/i18n/languages.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { unsubscribeHeaders } from './notice-mail.ts';

/** What one kind of news brings; `more` are those that found no room. */
export type DigestSection = {
  kind: string;
  lines: readonly DigestLine[];
  more: number;
  unsubscribe: string;
};

export type DigestLetter = {
  name: string;
  day: string;
  sections: readonly DigestSection[];
  publicUrl: string;
  /** Stops the whole mail. */
  unsubscribe: string;
  translate: Translate;
};

/** One mail as text and as HTML, with what lets a mail program stop it in one click. */
export function digestMail(
  letter: DigestLetter,
): Required<Pick<Mail, 'subject' | 'text' | 'html' | 'headers'>> {
  const { translate, sections } = letter;
  const count = sections.reduce((sum, { lines, more }) => sum + lines.length + more, 0);
  return {
    subject: translate('digest.subject', { count, day: letter.day }),
    text: plain(letter),
    html: page(letter),
    headers: unsubscribeHeaders(letter.unsubscribe),
  };
}

const settingsOf = ({ publicUrl }: DigestLetter): string => `${publicUrl}/my/notifications`;

function plain(letter: DigestLetter): string {
  const { translate, name, sections, publicUrl } = letter;
  const parts = sections.map(({ kind, lines, more }) =>
    [
      translate(`notice.${kind}.title`),
      ...lines.map(({ title, reason, path }) => `\n- ${title}\n  ${reason}\n  ${publicUrl}${path}`),
      ...(more > 0 ? [`\n${translate('digest.more', { count: more })}`] : []),
    ].join('\n'),
  );
  return [
    translate('digest.greeting', { name }),
    ...parts,
    [
      translate('digest.why'),
      `${translate('digest.settings')}${translate('digest.colon')}${settingsOf(letter)}`,
      `${translate('digest.unsubscribe')}${translate('digest.colon')}${letter.unsubscribe}`,
    ].join('\n'),
  ].join('\n\n');
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

// Mail programs read only the simplest HTML, with styles on each element.
const INK = 'color:#16211c';
const QUIET = 'color:#55605a;font-size:14px';
const GREEN = 'color:#1b6650';

function page(letter: DigestLetter): string {
  const { translate, name, sections, publicUrl } = letter;
  const link = (href: string, text: string, style: string): string =>
    `<a href="${escaped(href)}" style="${style}">${escaped(text)}</a>`;
  const body = sections.map(
    ({ kind, lines, more, unsubscribe }) => `
<h2 style="${INK};font-size:17px;margin:28px 0 8px;padding-bottom:6px;border-bottom:2px solid #16211c">${escaped(translate(`notice.${kind}.title`))}</h2>
${lines
  .map(
    ({
      title,
      reason,
      path,
    }) => `<p style="margin:0 0 14px;line-height:1.6">${link(`${publicUrl}${path}`, title, `${GREEN};font-size:16px;font-weight:600`)}<br>
<span style="${QUIET}">${escaped(reason)}</span></p>`,
  )
  .join('\n')}
${more > 0 ? `<p style="${QUIET};margin:0 0 14px">${escaped(translate('digest.more', { count: more }))}</p>` : ''}
<p style="${QUIET};margin:0">${link(unsubscribe, translate('digest.unsubscribeKind'), QUIET)}</p>`,
  );
  return `<!doctype html>
<html lang="${escaped(translate('digest.lang'))}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(translate('digest.subject', { count: sections.reduce((sum, { lines, more }) => sum + lines.length + more, 0), day: letter.day }))}</title></head>
<body style="margin:0;padding:24px 16px;background:#f3f4ee;font-family:-apple-system,'PingFang SC','Noto Sans SC','Microsoft YaHei',sans-serif;${INK}">
<div style="max-width:600px;margin:0 auto">
<p style="margin:0">${escaped(translate('digest.greeting', { name }))}</p>
${body.join('\n')}
<p style="${QUIET};margin:32px 0 0;padding-top:14px;border-top:1px solid #c9cec6;line-height:1.7">${escaped(translate('digest.why'))}<br>
${link(settingsOf(letter), translate('digest.settings'), GREEN)}　${link(letter.unsubscribe, translate('digest.unsubscribe'), GREEN)}</p>
</div>
</body>
</html>
`;
}
