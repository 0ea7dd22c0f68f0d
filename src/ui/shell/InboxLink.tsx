import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { useSession } from '../session.ts';
import { Link } from './Link.tsx';
import { unreadQuery } from './unread.ts';

const most = 99;

/** “通知 3” for whoever has signed in: the way to the inbox, with what was not read yet. */
export function InboxLink(): ReactElement | null {
  const t = words.useText();
  const { session } = useSession();
  const { data } = useQuery({ ...unreadQuery, enabled: session.signedIn });
  if (!session.signedIn) return null;
  const unread = data?.unread ?? 0;
  return (
    <Link className="inbox-link" to="/my/notices">
      {t('inbox.title')}
      {unread > 0 ? (
        <>
          <b aria-hidden="true">{unread > most ? `${most}+` : unread}</b>
          <span className="visually-hidden">{t('inbox.unread', { count: unread })}</span>
        </>
      ) : null}
    </Link>
  );
}
