import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useSearchTexts } from '../../../ui/navigation.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { Paging } from '../../reference-data/web/index.ts';
import { badRowsQuery, type Import } from './import-queries.ts';
import { interchangeWords } from './interchange-words.ts';

/** Every row that cannot be taken with its reasons, and the way to take them back. */
export function BadRows({ item }: { item: Import }): ReactElement {
  const t = interchangeWords.useText();
  const page = Number(useSearchTexts()['page'] ?? 1) || 1;
  const { data, error, refetch } = useQuery({
    ...badRowsQuery(item.id, item.version, page),
    placeholderData: keepPreviousData,
  });
  const file = (format: string): string => `/api/imports/${item.id}/bad-rows/rows.${format}`;
  return (
    <section>
      <div className="list-head">
        <h2>{t('one.badRows')}</h2>
        <span className="end take-back">
          {t('one.fetchBad')}
          <a href={file('xlsx')} download>
            {t('one.excel')}
          </a>
          <a href={file('csv')} download>
            {t('one.csv')}
          </a>
        </span>
      </div>
      <p className="meta">{t('one.fetchHint')}</p>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={6} /> : null}
      {data ? (
        <>
          <table className="bad-rows">
            <thead>
              <tr>
                <th scope="col">{t('one.row')}</th>
                <th scope="col">{t('one.why')}</th>
                <th scope="col">{t('one.content')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ number, cells, faults }) => (
                <tr key={number}>
                  <th scope="row">{number}</th>
                  <td>
                    <ul>
                      {faults.map(({ name, text }) => (
                        <li key={`${name} ${text}`}>
                          {name ? <b>{name}</b> : null} {text}
                        </li>
                      ))}
                    </ul>
                  </td>
                  <td className="own">
                    {cells
                      .map((text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text))
                      .filter(Boolean)
                      .join(' ／ ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Paging path={`/imports/${item.id}`} {...data} />
        </>
      ) : null}
    </section>
  );
}
