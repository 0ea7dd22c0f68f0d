import type { ReactElement } from 'react';
import { useGo } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { directoryWords } from './directory-words.ts';
import { OrganisationForm } from './OrganisationForm.tsx';
import './entry-page.css';

/** An operator enters an organisation that belongs to nobody yet. */
export default function OrganisationNewPage(): ReactElement {
  const t = directoryWords.useText();
  const go = useGo();
  const { session, loading } = useSession();
  return (
    <div className="wrap edit-page">
      <p className="meta crumbs">
        <Link to="/organisations">{t('organisations.title')}</Link>
      </p>
      <PageTitle>{t('organisations.enterTitle')}</PageTitle>
      <p className="lead">{t('organisations.enterLead')}</p>
      {loading ? (
        <LoadingState />
      ) : (
        <OrganisationForm
          as="operator"
          regionCode={session.region?.code ?? ''}
          onDone={({ id }) => go(`/organisations/${id}`)}
        />
      )}
    </div>
  );
}
