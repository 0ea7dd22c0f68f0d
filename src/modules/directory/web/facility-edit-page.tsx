import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGo, usePathParam } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { facilityQuery } from './directory-queries.ts';
import { EntryStanding } from './EntryStanding.tsx';
import { FacilityForm } from './FacilityForm.tsx';
import { facilityWords } from './facility-words.ts';
import { NotYours } from './NotYours.tsx';
import './entry-page.css';

export default function FacilityEditPage(): ReactElement {
  const t = facilityWords.useText();
  const id = usePathParam('facilityId');
  const go = useGo();
  const queries = useQueryClient();
  const { data: facility, error, refetch } = useQuery(facilityQuery(id));
  if (!facility) {
    return (
      <div className="wrap section">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </div>
    );
  }
  const back = `/facilities/${id}`;
  if (!facility.manages) return <NotYours to={back} name={facility.name} />;
  return (
    <div className="wrap edit-page">
      <p className="meta crumbs">
        <Link to={back}>{facility.name}</Link>
      </p>
      <PageTitle>{t('editTitle', { name: facility.name })}</PageTitle>
      {facility.status === 'active' ? (
        <FacilityForm
          key={facility.version}
          organisation={{ id: facility.organisationId, regionCode: facility.regionCode }}
          facility={facility}
          onDone={() => {
            void queries.invalidateQueries();
            go(back);
          }}
        />
      ) : (
        <EntryStanding path="/facilities" status={facility.status} />
      )}
    </div>
  );
}
