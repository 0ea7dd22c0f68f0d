import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { FunnelView } from '../../../ui/listing/FunnelView.tsx';
import { useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { funnelStages } from '../domain/funnel.ts';
import { funnelQuery } from './funnel-query.ts';
import { funnelWords } from './funnel-words.ts';
import './funnel-page.css';

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** How far pairs of needs and offers went in a period, and how each stage is counted. */
export default function FunnelPage(): ReactElement {
  const t = funnelWords.useText();
  const formats = useFormats();
  const search = useSearchTexts();
  const period = {
    from: isDay(search['from']) ? search['from'] : undefined,
    to: isDay(search['to']) ? search['to'] : undefined,
  };
  const { data, error, refetch } = useQuery({
    ...funnelQuery(period),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="wrap funnel-page">
      <PageTitle>{t('title')}</PageTitle>
      <p className="lead">{t('lead')}</p>
      {data ? <PeriodForm from={data.from} to={data.to} key={`${data.from}-${data.to}`} /> : null}
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={7} /> : null}
      {data ? (
        <section>
          {data.stages.every(({ count }) => count === 0) ? (
            <EmptyState title={t('empty')} />
          ) : (
            <FunnelView
              label={t('label')}
              steps={data.stages.map(({ stage, count }) => ({
                id: stage,
                label: t(`stages.${stage}`),
                count,
              }))}
              period={data}
              evidence={t('evidence')}
            />
          )}
          <p className="as-of">
            {t('asOf', { date: formats.date(data.asOf), time: formats.time(data.asOf) })}{' '}
            <b>{t(data.includesExamples ? 'examples' : 'noExamples')}</b>
          </p>
        </section>
      ) : null}
      <section>
        <h2>{t('rulesTitle')}</h2>
        <p className="lead">{t('rulesLead')}</p>
        <table className="rules">
          <thead>
            <tr>
              <th scope="col">{t('stage')}</th>
              <th scope="col">{t('meaning')}</th>
              <th scope="col">{t('proof')}</th>
            </tr>
          </thead>
          <tbody>
            {funnelStages.map((stage) => (
              <tr key={stage}>
                <th scope="row">{t(`stages.${stage}`)}</th>
                <td>{t(`meanings.${stage}`)}</td>
                <td data-label={t('proof')}>{t(`proofs.${stage}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function PeriodForm(given: { from: string; to: string }): ReactElement {
  const t = funnelWords.useText();
  const setSearch = useSetSearch();
  const [from, setFrom] = useState(given.from);
  const [to, setTo] = useState(given.to);
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="period"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const bad = !isDay(from) || !isDay(to) || from > to;
        setWrong(bad);
        if (!bad) setSearch({ from, to });
      }}
    >
      <Field label={t('from')} error={wrong ? t('badPeriod') : undefined}>
        {(control) => <TextInput {...control} type="date" value={from} onChange={setFrom} />}
      </Field>
      <Field label={t('to')}>
        {(control) => <TextInput {...control} type="date" value={to} onChange={setTo} />}
      </Field>
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}
