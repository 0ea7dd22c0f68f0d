import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { readDays, writeDays } from './day-lines.ts';
import { settingsWords } from './settings-words.ts';
import { daysQuery, settingsApi } from './use-step-days.ts';
import './settings.css';

const settingsQuery = queryOptions({
  queryKey: ['settings', 'all'],
  queryFn: () => settingsApi.getSettings(),
});
type Settings = Awaited<ReturnType<typeof settingsApi.getSettings>>;
type Days = Settings['days'][number];
type Year = Settings['calendar'][number];

/** The name of a setting; its key where it has none. */
function nameOf(t: ReturnType<typeof settingsWords.useText>, key: string): string {
  const path = `name.${key.replaceAll('.', '_')}`;
  const said = (t as (key: string) => string)(path);
  return said === path ? key : said;
}

/** The working-day calendar by years, and the days of each step, each with who set it and why. */
export default function SettingsPage(): ReactElement {
  const t = settingsWords.useText();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(settingsQuery);
  const [year, setYear] = useState<Year | 'new'>();
  const [days, setDays] = useState<Days>();
  const kept = (next: Settings): void => {
    queries.setQueryData(settingsQuery.queryKey, next);
    void queries.invalidateQueries({ queryKey: daysQuery.queryKey });
    setYear(undefined);
    setDays(undefined);
  };
  return (
    <div className="wrap settings-page">
      <PageTitle>{t('title')}</PageTitle>
      <p className="meta">{t('about')}</p>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={8} />
      ) : (
        <>
          <section>
            <header className="settings-head">
              <h2>{t('calendar.title')}</h2>
              <Button kind="primary" onClick={() => setYear('new')}>
                {t('calendar.enter')}
              </Button>
            </header>
            <p className="meta">{t('calendar.about')}</p>
            {data.calendar.length === 0 ? <p>{t('calendar.none')}</p> : null}
            {data.calendar.map((each) => (
              <CalendarYear key={each.year} year={each} onChange={() => setYear(each)} />
            ))}
          </section>
          <section>
            <h2>{t('days.title')}</h2>
            <ul className="settings-days">
              {data.days.map((each) => (
                <li key={each.key}>
                  <span className="name">{nameOf(t, each.key)}</span>
                  <span className="value">
                    <b>{daysText(t, each.key, each.value)}</b>
                    {each.value === each.initial ? null : (
                      <span className="meta"> {t('days.initial', { count: each.initial })}</span>
                    )}
                  </span>
                  <Button
                    small
                    aria-label={t('days.changeNamed', { name: nameOf(t, each.key) })}
                    onClick={() => setDays(each)}
                  >
                    {t('days.change')}
                  </Button>
                  <History changes={each.changes} />
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      {year ? (
        <CalendarForm
          year={year === 'new' ? undefined : year}
          onClose={() => setYear(undefined)}
          onDone={kept}
        />
      ) : null}
      {days ? <DaysForm days={days} onClose={() => setDays(undefined)} onDone={kept} /> : null}
    </div>
  );
}

const daysText = (
  t: ReturnType<typeof settingsWords.useText>,
  key: string,
  count: number,
): string => t(key.startsWith('pause.') ? 'days.pauseDays' : 'days.days', { count });

function CalendarYear({ year, onChange }: { year: Year; onChange: () => void }): ReactElement {
  const t = settingsWords.useText();
  return (
    <article className="settings-year">
      <h3>{t('calendar.year', { year: year.year })}</h3>
      <p>{t('calendar.sum', { holidays: year.holidays.length, makeUp: year.makeUpDays.length })}</p>
      <dl>
        <dt>{t('calendar.holidays')}</dt>
        <dd>{writeDays(year.holidays, '–').split('\n').join('，')}</dd>
        <dt>{t('calendar.makeUp')}</dt>
        <dd>{writeDays(year.makeUpDays, '–').split('\n').join('，')}</dd>
      </dl>
      <Button small onClick={onChange}>
        {t('calendar.change')}
      </Button>
      <History changes={year.changes} />
    </article>
  );
}

function History({ changes }: { changes: Days['changes'] }): ReactElement | null {
  const t = settingsWords.useText();
  const formats = useFormats();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{t('history', { count: changes.length })}</summary>
      <ul>
        {changes.map((change) => (
          <li key={change.at}>
            {typeof change.value === 'number' ? <b>{change.value}　</b> : null}
            <span className="meta">
              {t('by', {
                name: change.byName === 'system' ? t('system') : change.byName,
                day: formats.date(change.at),
                source: change.source,
              })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

type FormProps = { onClose: () => void; onDone: (next: Settings) => void };

function CalendarForm({
  year,
  onClose,
  onDone,
}: FormProps & { year: Year | undefined }): ReactElement {
  const t = settingsWords.useText();
  const fields = {
    year: { kind: 'number', label: t('form.year'), required: true, min: 2020, max: 2100 },
    holidays: { kind: 'textarea', label: t('form.holidays'), hint: t('form.holidaysHint') },
    makeUpDays: { kind: 'textarea', label: t('form.makeUp'), hint: t('form.makeUpHint') },
    source: {
      kind: 'text',
      label: t('form.source'),
      hint: t('form.sourceHint'),
      required: true,
      maxLength: 200,
    },
  } as const;
  const daysIn = (text: string): string[] => {
    const { days, wrong } = readDays(text);
    if (wrong[0] === undefined) return days;
    const message = t('form.badDays', { line: wrong[0] });
    throw new ApiFailure({ code: 'settings.bad_days', status: 400, message });
  };
  return (
    <CommandForm
      title={t(year ? 'calendar.change' : 'calendar.enter')}
      submitLabel={t(year ? 'calendar.change' : 'calendar.enter')}
      fields={fields}
      initial={
        year && {
          year: String(year.year),
          holidays: writeDays(year.holidays, '到'),
          makeUpDays: writeDays(year.makeUpDays, '到'),
        }
      }
      onClose={onClose}
      submit={async (values, call) =>
        settingsApi.enterCalendar(
          {
            year: values.year ?? 0,
            holidays: daysIn(values.holidays),
            makeUpDays: daysIn(values.makeUpDays),
            source: values.source,
          },
          { context: call },
        )
      }
      onDone={onDone}
    />
  );
}

function DaysForm({ days, onClose, onDone }: FormProps & { days: Days }): ReactElement {
  const t = settingsWords.useText();
  const ofPause = days.key.startsWith('pause.');
  const fields = {
    value: {
      kind: 'number',
      label: t(ofPause ? 'form.pauseValue' : 'form.value'),
      required: true,
      min: 1,
      max: days.most,
    },
    source: {
      kind: 'text',
      label: t('form.reason'),
      hint: t('form.reasonHint'),
      required: true,
      maxLength: 200,
    },
  } as const;
  return (
    <CommandForm
      title={t('days.changeNamed', { name: nameOf(t, days.key) })}
      submitLabel={t('days.change')}
      fields={fields}
      initial={{ value: String(days.value) }}
      intro={t('about')}
      onClose={onClose}
      submit={({ value, source }, call) =>
        settingsApi.changeDays({ key: days.key, value: value ?? 0, source }, { context: call })
      }
      onDone={onDone}
    />
  );
}
