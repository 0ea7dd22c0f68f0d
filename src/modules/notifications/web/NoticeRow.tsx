import type { ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import type { Notice } from './notification-queries.ts';
import { notificationWords } from './notification-words.ts';

/** One notice as a line on paper: what happened and what to do, when, and of which kind. */
export function NoticeRow({
  notice,
  onRead,
}: {
  notice: Notice;
  onRead: () => Promise<void>;
}): ReactElement {
  const t = notificationWords.useText();
  const formats = useFormats();
  const { title, text, path, at, kindTitle, readAt } = notice;
  const { day, time } = formats.moment(at);
  const [first = '', ...rest] = text.split('\n\n');
  return (
    <article className={readAt === null ? 'row notice unread' : 'row notice'}>
      <h3 className="title">
        {readAt === null ? <span className="tag">{t('inbox.unreadMark')}</span> : null}
        {path === null ? (
          title
        ) : (
          <Link to={path} onClick={() => void onRead()}>
            {title}
          </Link>
        )}
      </h3>
      <p className="meta when">
        {kindTitle} · {day} {time}
      </p>
      <div className="notice-text">
        <p>{first}</p>
        {rest.map((part) => (
          <p key={part} className="more">
            {part}
          </p>
        ))}
      </div>
      {readAt === null ? (
        <div className="outcome">
          <Button small aria-label={t('inbox.readNamed', { title })} onClick={() => void onRead()}>
            {t('inbox.read')}
          </Button>
        </div>
      ) : null}
    </article>
  );
}
