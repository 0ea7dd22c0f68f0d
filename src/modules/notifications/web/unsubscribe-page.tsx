import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { toFailure } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { usePathParam } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { wantPageFocus } from '../../../ui/shell/page-focus.ts';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { PageState } from '../../../ui/states/PageState.tsx';
import { notificationsClient, unsubscriptionQuery } from './notification-queries.ts';
import { notificationWords } from './notification-words.ts';
import './notifications.css';

/** Where a link out of a mail leads: what will stop, and one button. Needs no account. */
export default function UnsubscribePage(): ReactElement {
  const t = notificationWords.useText();
  const token = usePathParam('token');
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState('');
  const query = unsubscriptionQuery(token);
  const { data, error, refetch } = useQuery(query);
  if (error instanceof ApiFailure && error.status === 400) {
    return (
      <PageState title={t('stop.bad')} actions={<Ways />}>
        {error.message}
      </PageState>
    );
  }
  if (!data) {
    return (
      <div className="wrap notifications-page">
        <PageTitle>{t('stop.title')}</PageTitle>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState lines={4} />
        )}
      </div>
    );
  }
  if (data.titles.length === 0) {
    return (
      <PageState title={t('stop.nothing')} actions={<Ways />}>
        {t('stop.nothingText')}
      </PageState>
    );
  }
  const { email, titles, stopped } = data;
  const stop = async (): Promise<void> => {
    setPending(true);
    setFailed('');
    try {
      const result = await notificationsClient.unsubscribe({ token });
      wantPageFocus();
      queries.setQueryData(query.queryKey, result);
    } catch (thrown) {
      const failure = toFailure(thrown);
      setFailed(failure instanceof Error ? failure.message : statusText(500));
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="wrap notifications-page" key={stopped ? 'stopped' : 'asked'}>
      <PageTitle>{t(stopped ? 'stop.done' : 'stop.title')}</PageTitle>
      <p className="lead">{t(stopped ? 'stop.doneText' : 'stop.text', { email })}</p>
      <ul className="notifications-kinds">
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      {stopped ? (
        <>
          <p className="meta">{t('stop.again')}</p>
          <div className="acts">
            <Ways />
          </div>
        </>
      ) : (
        <Button kind="primary" pending={pending} onClick={() => void stop()}>
          {t('stop.button')}
        </Button>
      )}
      {failed ? (
        <p className="notifications-failed" role="alert">
          {failed}
        </p>
      ) : null}
    </div>
  );
}

function Ways(): ReactElement {
  const t = notificationWords.useText();
  return (
    <>
      <Link className="button" to="/my/notifications">
        {t('stop.settings')}
      </Link>
      <Link className="button" to="/">
        {t('stop.home')}
      </Link>
    </>
  );
}
