import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { useGo, useHere, usePathParam } from '../../../ui/navigation.ts';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { sessionQuery, useSession } from '../../../ui/session.ts';
import { signInAddress } from '../../../ui/shell/addresses.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { PageState } from '../../../ui/states/PageState.tsx';
import { invitationQuery, peopleClient } from './directory-queries.ts';
import { entryWords } from './entry-words.ts';

/** The link in an invitation: for the account with the address it was sent to. */
export default function JoinPage(): ReactElement {
  const t = entryWords.useText();
  const token = usePathParam('token');
  const here = useHere();
  const go = useGo();
  const queries = useQueryClient();
  const { session } = useSession();
  const { data, error, refetch } = useQuery(invitationQuery(token));
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  if (!data) {
    return (
      <div className="wrap section">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </div>
    );
  }
  const toOrganisation = (
    <Link className="button" to={`/organisations/${data.organisationId}`}>
      {t('join.toOrganisation')}
    </Link>
  );
  if (data.state !== 'open') {
    return (
      <PageState title={t(`join.${data.state}`)} actions={toOrganisation}>
        {t('join.usedText')}
      </PageState>
    );
  }
  const accept = async (): Promise<void> => {
    setPending(true);
    setFailure(undefined);
    try {
      const { id } = await peopleClient.acceptInvitation({ token });
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await queries.invalidateQueries({ queryKey: ['organisations'] });
      go(`/organisations/${id}`);
    } catch (caught) {
      setFailure(caught instanceof ApiFailure ? caught.message : statusText(500));
    } finally {
      setPending(false);
    }
  };
  const mine = session.user?.email.toLowerCase();
  return (
    <div className="wrap state">
      <PageTitle>
        {t('join.title', { inviter: data.invitedByName, organisation: data.organisationName })}
      </PageTitle>
      <p>
        {mine === undefined
          ? t('join.signInFirst', { email: data.email })
          : mine === data.email
            ? t('join.text')
            : t('join.otherAccount', { email: data.email, mine })}
      </p>
      {failure ? (
        <p className="failed" role="alert">
          <Bead kind="no" /> {failure}
        </p>
      ) : null}
      <div className="acts">
        {mine === undefined ? (
          <>
            <Link className="button primary" to={signInAddress(here)}>
              {t('join.signIn')}
            </Link>
            <Link className="button" to={`/sign-up?next=${encodeURIComponent(here)}`}>
              {t('join.signUp')}
            </Link>
          </>
        ) : mine === data.email ? (
          <Button kind="primary" pending={pending} onClick={() => void accept()}>
            {t('join.accept')}
          </Button>
        ) : null}
        {toOrganisation}
      </div>
    </div>
  );
}
