import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { usePathParam } from '../../../ui/navigation.ts';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { exchangeClient } from './exchange-client.ts';
import { partsWords } from './parts-words.ts';
import { VisitForm } from './visit-form.tsx';
import { visitQuery } from './visit-queries.ts';
import './listing-page.css';

/** Changes a visit record. */
export default function EditVisitPage(): ReactElement {
  const t = partsWords.useText();
  const id = usePathParam('visitId');
  const { data, error, refetch } = useQuery(visitQuery(id));
  const gone = (error instanceof ApiFailure && error.status === 404) || data?.mayRevise === false;
  return (
    <div className="wrap form-page">
      <PageTitle>{t('visits.editTitle')}</PageTitle>
      {gone ? (
        <EmptyState title={t('visits.gone')} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={8} />
      ) : (
        <VisitForm
          key={data.version}
          initial={data}
          fixed
          submit={({ organisationId: _fixed, ...said }, context) =>
            exchangeClient.reviseVisit({ ...said, id, version: data.version }, { context })
          }
        />
      )}
    </div>
  );
}
