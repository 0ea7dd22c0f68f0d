import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { DispatchCard } from './DispatchCard.tsx';
import { dispatchesQuery } from './team-queries.ts';
import { teamWords } from './team-words.ts';
import './teams.css';

/** Where I am sent, or my team; what waits for an answer first. */
export default function DispatchesPage(): ReactElement {
  const t = teamWords.useText();
  const { data, error, refetch } = useQuery(dispatchesQuery());
  const waits = (one: { members: { mayAnswer: boolean }[] }): boolean =>
    one.members.some(({ mayAnswer }) => mayAnswer);
  const dispatches = data?.items.toSorted((a, b) => Number(waits(b)) - Number(waits(a)));
  const count = dispatches?.filter(waits).length ?? 0;
  return (
    <div className="wrap teams-page">
      <p className="crumb">
        <Link to="/teams">{t('list.title')}</Link>
      </p>
      <PageTitle>
        {dispatches === undefined
          ? t('dispatch.title')
          : count > 0
            ? t('dispatch.sentence', { count })
            : t('dispatch.calm')}
      </PageTitle>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : dispatches === undefined ? (
        <LoadingState lines={6} />
      ) : dispatches.length === 0 ? (
        <EmptyState title={t('dispatch.none')}>{t('dispatch.noneText')}</EmptyState>
      ) : (
        dispatches.map((one) => <DispatchCard key={one.id} dispatch={one} />)
      )}
    </div>
  );
}
