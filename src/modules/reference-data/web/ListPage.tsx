import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { words } from '../../../ui/i18n/words.ts';
import { useSearchTexts } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { Paging } from './Paging.tsx';
import { referenceWords } from './reference-words.ts';
import './list-filters.css';

type Page<Item> = { items: Item[]; total: number; page: number; pageSize: number };

type ListPageProps<Item> = {
  path: string;
  title: string;
  lead: string;
  filters?: ReactNode;
  query: UseQueryResult<Page<Item>>;
  /** “49 条需求” */
  count: (total: number) => string;
  renderRow: (item: Item) => ReactElement;
  /** When nothing is there at all; narrowed lists say so themselves. */
  empty: { title: string; text?: string; actions?: ReactNode };
  /** Beside the count. */
  headEnd?: ReactNode;
  aside?: ReactNode;
};

/** A public list: what it is, what narrows it, how many there are, the rows and the pages. */
export function ListPage<Item>(props: ListPageProps<Item>): ReactElement {
  const { path, title, lead, filters, query, count, renderRow, empty, headEnd, aside } = props;
  const t = referenceWords.useText();
  const common = words.useText();
  const search = useSearchTexts();
  const { data, error, refetch, isPlaceholderData } = query;
  const narrowed = Object.values(search).some(Boolean);
  return (
    <div className="wrap list-page">
      <header>
        <PageTitle>{title}</PageTitle>
        <p>{lead}</p>
      </header>
      <div>
        {filters}
        {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <LoadingState lines={8} /> : null}
        {data ? (
          <>
            <div className="list-head">
              <h2 aria-live="polite">{count(data.total)}</h2>
              {headEnd ? <span className="end">{headEnd}</span> : null}
            </div>
            {data.items.length === 0 ? (
              narrowed ? (
                <EmptyState
                  title={t('nothingNarrowed')}
                  actions={
                    <Link className="button" to={path}>
                      {t('seeAll')}
                    </Link>
                  }
                >
                  {t('nothingNarrowedText')}
                </EmptyState>
              ) : (
                <EmptyState title={empty.title} actions={empty.actions}>
                  {empty.text}
                </EmptyState>
              )
            ) : (
              <div className={isPlaceholderData ? 'older' : undefined}>
                {data.items.map(renderRow)}
              </div>
            )}
            <Paging path={path} {...data} />
          </>
        ) : null}
      </div>
      {aside ? <aside aria-label={common('nav.ask')}>{aside}</aside> : null}
    </div>
  );
}
