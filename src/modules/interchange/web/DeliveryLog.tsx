import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { deliveriesQuery } from './access-queries.ts';
import { accessWords } from './access-words.ts';
import { eventText } from './event-text.ts';
import { interchangeClient } from './import-queries.ts';
import { useAct } from './use-act.ts';

type Webhooks = Awaited<ReturnType<typeof interchangeClient.listWebhooks>>;

const problems = ['private', 'timeout', 'unreachable', 'off'] as const;

/** What was sent, how it was answered, and sending it again. */
export function DeliveryLog({
  id,
  onChanged,
}: {
  id: string;
  onChanged: (webhooks: Webhooks) => void;
}): ReactElement {
  const t = accessWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(deliveriesQuery(id));
  const { failed, act } = useAct();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={3} />;
  if (data.items.length === 0) return <p className="meta">{t('webhooks.empty')}</p>;
  const again = async (deliveryId: string): Promise<void> => {
    onChanged(await interchangeClient.redeliver({ id, deliveryId }));
    await queries.invalidateQueries({ queryKey: deliveriesQuery(id).queryKey });
  };
  return (
    <div className="delivery-log">
      {failed ? (
        <p className="missing" role="alert">
          {failed}
        </p>
      ) : null}
      <ul>
        {data.items.map((item) => {
          const { day, time } = formats.moment(item.createdAt);
          const problem = problems.find((each) => each === item.problem);
          return (
            <li key={item.id}>
              <span className="meta">
                {day} {time}
              </span>
              <span>{eventText(t, item.type)}</span>
              <span className={item.status === 'failed' ? 'missing' : 'meta'}>
                {[
                  t(
                    item.status === 'queued' && item.attempts > 0
                      ? 'webhooks.waiting'
                      : `webhooks.${item.status}`,
                  ),
                  ...(item.responseCode === null
                    ? []
                    : [t('webhooks.answer', { code: item.responseCode })]),
                  ...(problem ? [t(`webhooks.problem.${problem}`)] : []),
                  ...(item.attempts > 1 ? [t('webhooks.attempts', { count: item.attempts })] : []),
                ].join(' · ')}
              </span>
              {item.status === 'queued' ? (
                <span />
              ) : (
                <Button small kind="plain" onClick={() => act(() => again(item.id))}>
                  {t('webhooks.again')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
