import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGo, usePathParam } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { expertQuery } from './directory-queries.ts';
import { entryWords } from './entry-words.ts';
import { EntryStanding } from './EntryStanding.tsx';
import { ExpertForm } from './ExpertForm.tsx';
import { NotYours } from './NotYours.tsx';
import './entry-page.css';

/** Whoever holds a profile, or an operator, changes it. */
export default function ExpertEditPage(): ReactElement {
  const t = entryWords.useText();
  const id = usePathParam('expertId');
  const go = useGo();
  const queries = useQueryClient();
  const { data: expert, error, refetch } = useQuery(expertQuery(id));
  if (!expert) {
    return (
      <div className="wrap section">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </div>
    );
  }
  const back = `/experts/${id}`;
  if (!expert.manages) return <NotYours to={back} name={expert.name} />;
  return (
    <div className="wrap edit-page">
      <p className="meta crumbs">
        <Link to={back}>{expert.name}</Link>
      </p>
      <PageTitle>{t('editTitle', { name: expert.name })}</PageTitle>
      {expert.status === 'active' ? (
        <ExpertForm
          key={expert.version}
          name={expert.name}
          regionCode={expert.regionCode}
          expert={expert}
          onDone={() => {
            void queries.invalidateQueries();
            go(back);
          }}
        />
      ) : (
        <EntryStanding path="/experts" status={expert.status} mergedInto={expert.mergedInto} />
      )}
    </div>
  );
}
