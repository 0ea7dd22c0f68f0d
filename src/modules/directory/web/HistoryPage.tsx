import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { z } from 'zod';
import { CaseTimeline, type TimelineEntry } from '../../../ui/case/CaseTimeline.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { usePathParam } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import type { entryComparison, entryHistory } from '../contract.ts';
import { contentFields } from '../domain/entry-content.ts';
import type { EntrySubject } from '../domain/entry.workflow.ts';
import { comparisonQuery, historyQuery } from './directory-queries.ts';
import { directoryWords } from './directory-words.ts';
import { entryWords } from './entry-words.ts';
import { facilityWords } from './facility-words.ts';
import './entry-page.css';

type Line = z.infer<typeof entryHistory>['items'][number];
type Difference = z.infer<typeof entryComparison>[number];
type FieldName = (typeof contentFields)[EntrySubject][number];
type Action = keyof typeof import('../i18n/entries.zh-CN.ts').default.historyPage.action;

const places = {
  organisation: { path: '/organisations', param: 'organisationId' },
  expert: { path: '/experts', param: 'expertId' },
  facility: { path: '/facilities', param: 'facilityId' },
} as const;

/** What happened to an entry, and where two of its versions differ. */
export function HistoryPage({ subject }: { subject: EntrySubject }): ReactElement {
  const t = entryWords.useText();
  const { path, param } = places[subject];
  const id = usePathParam(param);
  const { data, error, refetch } = useQuery(historyQuery(subject, id));
  if (!data) {
    return (
      <div className="wrap section">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </div>
    );
  }
  return (
    <div className="wrap history-page">
      <header>
        <p className="meta crumbs">
          <Link to={`${path}/${id}`}>{data.name}</Link>
        </p>
        <PageTitle>{t('historyPage.title', { name: data.name })}</PageTitle>
        <p className="lead">{t('historyPage.lead')}</p>
      </header>
      <section>
        <h2>{t('historyPage.lines')}</h2>
        <Lines items={data.items} />
      </section>
      <section>
        <h2>{t('historyPage.compare')}</h2>
        <Compare subject={subject} id={id} items={data.items} />
      </section>
    </div>
  );
}

function Lines({ items }: { items: readonly Line[] }): ReactElement {
  const t = entryWords.useText();
  const formats = useFormats();
  const fieldName = (field: string): string => t(`historyPage.fields.${field as FieldName}`);
  const entries = items.map((line): TimelineEntry => {
    const reason = line.reasonCode
      ? t(`retire.reasons.${line.reasonCode as 'ceased' | 'other'}`)
      : '';
    return {
      id: line.id,
      at: line.at,
      bead: line.action === 'import' ? 'near' : line.toStatus === 'active' ? 'yes' : 'no',
      actor: line.actorName || t('historyPage.system'),
      text: t(`historyPage.action.${line.action as Action}`),
      speech: line.words ?? undefined,
      detail:
        [
          reason,
          line.changed.length > 0
            ? t('historyPage.changed', { fields: formats.list(line.changed.map(fieldName)) })
            : '',
        ]
          .filter(Boolean)
          .join(' ') || undefined,
    };
  });
  return <CaseTimeline entries={entries} />;
}

function Compare({
  subject,
  id,
  items,
}: {
  subject: EntrySubject;
  id: string;
  items: readonly Line[];
}): ReactElement {
  const t = entryWords.useText();
  const formats = useFormats();
  const versions = items.filter((line) => line.version !== null);
  const [chosen, setChosen] = useState({ from: '', to: '' });
  const from = chosen.from || String(versions[1]?.version ?? '');
  const to = chosen.to || String(versions[0]?.version ?? '');
  const query = useQuery({
    ...comparisonQuery(subject, id, Number(from), Number(to)),
    enabled: versions.length > 1,
  });
  if (versions.length < 2) return <p className="meta">{t('historyPage.onlyOne')}</p>;
  const options = versions.map((line) => ({
    value: String(line.version),
    label: t('historyPage.version', { version: line.version!, day: formats.date(line.at) }),
  }));
  return (
    <>
      <div className="field-pair">
        <Field label={t('historyPage.from')}>
          {(control) => (
            <Select
              {...control}
              value={from}
              options={options}
              onChange={(value) => setChosen({ from: value || from, to })}
            />
          )}
        </Field>
        <Field label={t('historyPage.to')}>
          {(control) => (
            <Select
              {...control}
              value={to}
              options={options}
              onChange={(value) => setChosen({ from, to: value || to })}
            />
          )}
        </Field>
      </div>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isLoading ? <LoadingState lines={4} /> : null}
      {query.data?.length === 0 ? <p className="meta">{t('historyPage.same')}</p> : null}
      {query.data && query.data.length > 0 ? (
        <Differences subject={subject} rows={query.data} />
      ) : null}
    </>
  );
}

function Differences({
  subject,
  rows,
}: {
  subject: EntrySubject;
  rows: readonly Difference[];
}): ReactElement {
  const t = entryWords.useText();
  const show = useShown(subject);
  return (
    <dl className="differences">
      {rows.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{t(`historyPage.fields.${field as FieldName}`)}</dt>
          <dd>
            <span className="visually-hidden">{t('historyPage.from')}</span>
            {show(field, before)}
          </dd>
          <dd>
            <span className="visually-hidden">{t('historyPage.to')}</span>
            {show(field, after)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A value as a reader knows it; codes of our own lists by their names. */
function useShown(subject: EntrySubject): (field: string, value: string | string[]) => string {
  const t = entryWords.useText();
  const directory = directoryWords.useText();
  const facility = facilityWords.useText();
  const formats = useFormats();
  return (field, value) => {
    if (Array.isArray(value)) {
      const names =
        field === 'languages'
          ? value.map((code) => directory(`languages.${code as 'zh'}`))
          : field === 'opening'
            ? value.map((hours) =>
                hours.replace(/^\d/, (day) => facility(`weekdays.d${day as '1'}`)),
              )
            : value;
      return names.length === 0 ? t('historyPage.empty') : formats.list(names);
    }
    if (value === '') return t('historyPage.empty');
    if (field === 'kind') return directory(`kinds.${value as 'enterprise'}`);
    if (field === 'carrierType') return directory(`carrierTypes.${value as 'park'}`);
    if (field === 'category' && subject === 'facility') {
      return facility(`categories.${value as 'other'}`);
    }
    if (field === 'availability') return directory(`availability.${value as 'busy'}`);
    if (field === 'needsApproval')
      return t(value === 'true' ? 'historyPage.yes' : 'historyPage.no');
    return value;
  };
}
