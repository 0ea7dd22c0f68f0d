import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGo, usePathParam } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { organisationQuery } from './directory-queries.ts';
import { entryWords } from './entry-words.ts';
import { EntryStanding } from './EntryStanding.tsx';
import { NotYours } from './NotYours.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import './entry-page.css';

/** Its people, or an operator, change what an organisation says of itself. */
export default function OrganisationEditPage(): ReactElement {
  const t = entryWords.useText();
  const id = usePathParam('organisationId');
  const go = useGo();
  const queries = useQueryClient();
  const { data: organisation, error, refetch } = useQuery(organisationQuery(id));
  if (!organisation) {
    return (
      <div className="wrap section">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </div>
    );
  }
  const back = `/organisations/${id}`;
  if (!organisation.manages) return <NotYours to={back} name={organisation.name} />;
  return (
    <div className="wrap edit-page">
      <p className="meta crumbs">
        <Link to={back}>{organisation.name}</Link>
      </p>
      <PageTitle>{t('editTitle', { name: organisation.name })}</PageTitle>
      {organisation.status === 'active' ? (
        <OrganisationForm
          key={organisation.version}
          regionCode={organisation.regionCode}
          organisation={organisation}
          onDone={() => {
            void queries.invalidateQueries();
            go(back);
          }}
        />
      ) : (
        <EntryStanding
          path="/organisations"
          status={organisation.status}
          mergedInto={organisation.mergedInto}
        />
      )}
    </div>
  );
}
