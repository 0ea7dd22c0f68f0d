import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGo, useSearchTexts } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { organisationQuery } from './directory-queries.ts';
import { FacilityForm } from './FacilityForm.tsx';
import { facilityWords } from './facility-words.ts';
import { NotYours } from './NotYours.tsx';
import './entry-page.css';

/** The people of an organisation enter what others may use. */
export default function FacilityNewPage(): ReactElement {
  const t = facilityWords.useText();
  const go = useGo();
  const queries = useQueryClient();
  const { session } = useSession();
  const id = useSearchTexts()['organisation'] ?? session.organisations[0]?.id ?? '';
  const {
    data: organisation,
    error,
    refetch,
  } = useQuery({
    ...organisationQuery(id),
    enabled: id !== '',
  });
  if (id === '') return <NotYours to="/facilities" name={t('title')} />;
  if (!organisation) {
    return (
      <div className="wrap section">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </div>
    );
  }
  if (!organisation.manages) {
    return <NotYours to={`/organisations/${id}`} name={organisation.name} />;
  }
  return (
    <div className="wrap edit-page">
      <p className="meta crumbs">
        <Link to={`/organisations/${id}`}>{organisation.name}</Link>
      </p>
      <PageTitle>{t('enterTitle', { name: organisation.name })}</PageTitle>
      <p className="lead">{t('enterLead')}</p>
      <FacilityForm
        organisation={organisation}
        onDone={(facility) => {
          void queries.invalidateQueries();
          go(`/facilities/${facility.id}`);
        }}
      />
    </div>
  );
}
