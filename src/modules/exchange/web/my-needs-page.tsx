import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { NeedLines } from './need-lines.tsx';
import { WaitingDisclosures } from './waiting-disclosures.tsx';
import { myNeedsQuery } from './work-queries.ts';
import { workWords } from './work-words.ts';
import './work.css';

export default function MyNeedsPage(): ReactElement {
  const t = workWords.useText();
  const list = useInfiniteQuery(myNeedsQuery());
  const needs = list.data?.pages.flatMap(({ items }) => items);
  const total = list.data?.pages[0]?.total ?? 0;
  const waiting = needs?.filter(({ status }) => status === 'returned').length ?? 0;
  return (
    <div className="wrap work-page">
      <header>
        <div className="work-title">
          <PageTitle>
            {needs === undefined ? (
              t('mine.title')
            ) : total === 0 ? (
              t('mine.none')
            ) : (
              <Rich
                book={workWords}
                k={waiting > 0 ? 'mine.sentence' : 'mine.calm'}
                values={{ count: total, waiting }}
                parts={{ over: <span className="date" /> }}
              />
            )}
          </PageTitle>
        </div>
        <Link className="button primary" to="/needs/new">
          {t('mine.new')}
        </Link>
      </header>
      <WaitingDisclosures />
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : needs === undefined ? (
        <LoadingState lines={6} />
      ) : needs.length === 0 ? (
        <EmptyState title={t('mine.none')}>{t('mine.noneText')}</EmptyState>
      ) : (
        <>
          <NeedLines needs={needs} label={t('mine.list')} />
          {list.hasNextPage ? (
            <p className="work-more">
              <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('mine.more')}
              </Button>
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}
