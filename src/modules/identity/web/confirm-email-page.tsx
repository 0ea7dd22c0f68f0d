import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { requestJson } from '../../../ui/client.ts';
import { useSearchTexts } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { PageState } from '../../../ui/states/PageState.tsx';
import { identityWords } from './identity-words.ts';
import './account-pages.css';

/** Confirming twice changes nothing, so it may be asked as a question. */
const confirmQuery = (token: string) =>
  queryOptions({
    queryKey: ['account', 'confirm', token],
    queryFn: () => requestJson(`/api/auth/verify-email?token=${encodeURIComponent(token)}`),
    retry: false,
    staleTime: Infinity,
  });

/** Where the link out of the first mail leads. */
export default function ConfirmEmailPage(): ReactElement {
  const t = identityWords.useText();
  const token = useSearchTexts()['token'] ?? '';
  const { data, error, refetch } = useQuery(confirmQuery(token));
  if (data) {
    return (
      <PageState
        title={t('confirm.done')}
        actions={
          <Link className="button primary" to="/work">
            {t('confirm.work')}
          </Link>
        }
      >
        {t('confirm.doneText')}
      </PageState>
    );
  }
  if (error instanceof ApiFailure && error.status >= 400 && error.status < 429) {
    return (
      <PageState
        title={t('confirm.bad')}
        actions={
          <Link className="button primary" to="/my/notifications">
            {t('confirm.settings')}
          </Link>
        }
      >
        {t('confirm.badText')}
      </PageState>
    );
  }
  return (
    <div className="wrap account-page">
      <PageTitle>{t('confirm.title')}</PageTitle>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState lines={3} />
      )}
    </div>
  );
}
