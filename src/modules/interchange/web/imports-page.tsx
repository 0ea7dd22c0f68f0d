import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useSearchTexts } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { Paging } from '../../reference-data/web/index.ts';
import { myImportsQuery } from './import-queries.ts';
import { interchangeWords } from './interchange-words.ts';
import { NewImport } from './NewImport.tsx';
import './interchange.css';

/** Bring in a table, and what was brought in before. */
export default function ImportsPage(): ReactElement {
  const t = interchangeWords.useText();
  const page = Number(useSearchTexts()['page'] ?? 1) || 1;
  const { data, error, refetch } = useQuery({
    ...myImportsQuery(page),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="wrap interchange-page">
      <PageTitle>{t('imports.title')}</PageTitle>
      <p className="lead">{t('imports.lead')}</p>
      <NewImport />
      <section>
        <div className="list-head">
          <h2>{t('imports.earlier')}</h2>
        </div>
        {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <LoadingState lines={4} /> : null}
        {data?.items.length === 0 ? (
          <EmptyState title={t('imports.none')}>{t('imports.noneText')}</EmptyState>
        ) : null}
        {data?.items.map((item) => (
          <ImportLine key={item.id} item={item} />
        ))}
        {data ? <Paging path="/imports" {...data} /> : null}
      </section>
    </div>
  );
}

type Item = Awaited<ReturnType<NonNullable<ReturnType<typeof myImportsQuery>['queryFn']>>>;

function ImportLine({ item }: { item: Item['items'][number] }): ReactElement {
  const t = interchangeWords.useText();
  const formats = useFormats();
  const { day, time } = formats.moment(item.createdAt);
  return (
    <article className="import-line">
      <h3>
        <Link to={`/imports/${item.id}`}>{item.fileName}</Link>
      </h3>
      <span className="meta">
        {[
          t(`kinds.${item.kind}`),
          t('imports.rows', { count: item.rowsTotal }),
          ...(item.rowsBad > 0 ? [t('imports.bad', { count: item.rowsBad })] : []),
        ].join(' · ')}
      </span>
      <span className="meta">
        {day} {time}
      </span>
      <span className="tag">{t(`status.${item.status}`)}</span>
    </article>
  );
}
