import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { calendarQuery } from './access-queries.ts';
import { accessWords } from './access-words.ts';
import { interchangeClient } from './import-queries.ts';
import { ShownOnce } from './ShownOnce.tsx';
import { useAct } from './use-act.ts';

/** The private address under which a calendar program finds own dates. */
export function CalendarAddress(): ReactElement {
  const t = accessWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(calendarQuery());
  const [address, setAddress] = useState('');
  const { pending, failed, act } = useAct();
  const renew = async (): Promise<void> => {
    setAddress((await interchangeClient.renewCalendar()).address);
    await queries.invalidateQueries({ queryKey: calendarQuery().queryKey });
  };
  const revoke = async (): Promise<void> => {
    queries.setQueryData(calendarQuery().queryKey, await interchangeClient.revokeCalendar());
    setAddress('');
  };
  return (
    <section>
      <h2>{t('calendar.title')}</h2>
      <p>{t('calendar.about')}</p>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={2} /> : null}
      {address ? <ShownOnce label={t('calendar.title')} secret={address} /> : null}
      {data ? (
        <>
          <p className="meta">
            {data.createdAt === null
              ? t('calendar.none')
              : t('calendar.since', { day: formats.day(data.createdAt) })}
          </p>
          <div className="acts">
            <Button pending={pending} onClick={() => act(renew)}>
              {t(data.createdAt === null ? 'calendar.make' : 'calendar.renew')}
            </Button>
            {data.createdAt === null ? null : (
              <Button kind="against" onClick={() => act(revoke)}>
                {t('calendar.revoke')}
              </Button>
            )}
          </div>
        </>
      ) : null}
      {failed ? (
        <p className="missing" role="alert">
          {failed}
        </p>
      ) : null}
    </section>
  );
}
