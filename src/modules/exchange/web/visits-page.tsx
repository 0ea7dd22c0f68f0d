import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { partsWords } from './parts-words.ts';
import { visitsQuery } from './visit-queries.ts';
import './visits.css';

/** Who was visited, when, and what was said; for operators and brokers of the region, and the visited. */
export default function VisitsPage(): ReactElement {
  const t = partsWords.useText();
  const formats = useFormats();
  const { session } = useSession();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(visitsQuery());
  const writes = session.roles.includes('operator') || session.roles.includes('broker');
  const visits = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const write = (
    <Link className="button primary" to="/visits/new">
      {t('visits.new')}
    </Link>
  );
  return (
    <div className="wrap visits-page">
      <header>
        <div>
          <PageTitle>{t('visits.title')}</PageTitle>
          <p className="lead">{t('visits.lead')}</p>
        </div>
        {writes && visits.length > 0 ? write : null}
      </header>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={6} />
      ) : visits.length === 0 ? (
        writes ? (
          <EmptyState title={t('visits.empty')} actions={write}>
            {t('visits.emptyText')}
          </EmptyState>
        ) : (
          <EmptyState title={t('visits.emptyOwn')} />
        )
      ) : (
        <>
          <p className="meta">{t('visits.count', { count: total })}</p>
          <ul className="visits">
            {visits.map((visit) => (
              <li key={visit.id}>
                <h2>
                  <Link to={`/visits/${visit.id}`}>{visit.organisationName}</Link>
                </h2>
                <p className="meta">
                  {[formats.date(visit.visitedOn), visit.visitors, visit.met].join('　')}
                </p>
                <OwnWords>{visit.problem}</OwnWords>
                {visit.needs.length > 0 ? (
                  <p className="meta">
                    {t('visits.drafted')}：{formats.list(visit.needs.map(({ title }) => title))}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
          {hasNextPage ? (
            <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('visits.more')}
            </Button>
          ) : null}
        </>
      )}
    </div>
  );
}
