import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { responseRateQuery } from './queries.ts';
import { rateWords } from './rate-words.ts';
import './desk.css';

/** How often an organisation answers proposals in time: share, counts, as-of date; or that it is too early. */
export function ResponseRate({
  organisationId,
  name,
}: {
  organisationId: string;
  /** Where the organisation is not what the page is about. */
  name?: string;
}): ReactElement | null {
  const t = rateWords.useText();
  const formats = useFormats();
  const { data } = useQuery(responseRateQuery(organisationId));
  if (!data) return null;
  const { rate, proposals, inTime } = data;
  return (
    <section className="response-rate">
      <h2>{name ? t('titleOf', { name }) : t('title')}</h2>
      <p>
        {rate === null
          ? t('few', { proposals })
          : t('rate', { rate: formats.percent(rate, 0), inTime, proposals })}
      </p>
      <p className="meta">
        {t('rule', { from: formats.date(data.from), asOf: formats.date(data.asOf) })}
      </p>
    </section>
  );
}
