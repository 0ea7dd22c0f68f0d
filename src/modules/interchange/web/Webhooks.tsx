import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { webhookTypes, type WebhookType } from '../domain/webhook-types.ts';
import { webhooksQuery } from './access-queries.ts';
import { accessWords } from './access-words.ts';
import { eventText } from './event-text.ts';
import { interchangeClient } from './import-queries.ts';
import { ShownOnce } from './ShownOnce.tsx';
import { WebhookLine } from './WebhookLine.tsx';

/** Which programs are told of which events. */
export function Webhooks(): ReactElement {
  const t = accessWords.useText();
  const queries = useQueryClient();
  const { queryKey } = webhooksQuery();
  const { data, error, refetch } = useQuery(webhooksQuery());
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState('');
  return (
    <section>
      <h2>{t('webhooks.title')}</h2>
      <p>{t('webhooks.about')}</p>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={3} /> : null}
      {secret ? <ShownOnce label={t('webhooks.secret')} secret={secret} /> : null}
      {data?.length === 0 ? <p className="meta">{t('webhooks.none')}</p> : null}
      <ul className="access-list">
        {data?.map((webhook) => (
          <WebhookLine
            key={webhook.id}
            webhook={webhook}
            onChanged={(webhooks) => {
              queries.setQueryData(queryKey, webhooks);
            }}
            onSecret={setSecret}
          />
        ))}
      </ul>
      <div className="acts">
        <Button onClick={() => setMaking(true)}>{t('webhooks.make')}</Button>
      </div>
      {making ? (
        <CommandForm
          title={t('webhooks.make')}
          fields={{
            name: { kind: 'text', label: t('webhooks.name'), required: true, maxLength: 60 },
            url: {
              kind: 'text',
              label: t('webhooks.url'),
              hint: t('webhooks.urlHint'),
              required: true,
              maxLength: 500,
              placeholder: 'https://',
            },
            types: {
              kind: 'checkboxes',
              label: t('webhooks.types'),
              required: true,
              options: webhookTypes.map((value) => ({
                value,
                label: eventText(t, value),
              })),
            },
          }}
          submitLabel={t('webhooks.make')}
          submit={({ name, url, types }, { idempotencyKey }) =>
            interchangeClient.createWebhook(
              {
                name,
                url,
                types: webhookTypes.filter((type): type is WebhookType => types.includes(type)),
              },
              { context: { idempotencyKey } },
            )
          }
          onDone={(made) => {
            setMaking(false);
            setSecret(made.secret);
            void queries.invalidateQueries({ queryKey });
          }}
          onClose={() => setMaking(false)}
        />
      ) : null}
    </section>
  );
}
