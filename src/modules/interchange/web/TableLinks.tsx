import type { ReactElement } from 'react';
import { linkWords } from './link-words.ts';
import './table-links.css';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

const addressOf = (path: string, query: Query): string => {
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  );
  return asked.size > 0 ? `${path}?${asked.toString()}` : path;
};

type TableLinksProps = {
  /** Of the list, as its address says it: `needs`. */
  name: 'organisations' | 'experts' | 'facilities' | 'achievements' | 'needs' | 'cases';
  /** What narrows the list. */
  query: Query;
  /** The list has a feed of what is new in it. */
  feed?: boolean;
};

/** The whole list as a file, and a way to be told of what is new in it. */
export function TableLinks({ name, query, feed = false }: TableLinksProps): ReactElement {
  const t = linkWords.useText();
  const news = addressOf(`/feeds/${name}.atom`, query);
  return (
    <span className="table-links">
      <span>{t('export')}</span>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={addressOf(`/api/exports/${name}.${format}`, query)} download>
          {t(format === 'xlsx' ? 'excel' : 'csv')}
        </a>
      ))}
      {feed ? (
        <>
          {/* Readers of feeds find it by this; React puts it into the head of the page. */}
          <link rel="alternate" type="application/atom+xml" href={news} title={document.title} />
          <a href={news}>{t('feed')}</a>
        </>
      ) : null}
    </span>
  );
}
