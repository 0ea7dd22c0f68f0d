import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { deliveriesQuery } from './access-queries.ts';
import { accessWords } from './access-words.ts';
import { DeliveryLog } from './DeliveryLog.tsx';
import { eventText } from './event-text.ts';
import { interchangeClient } from './import-queries.ts';
import { useAct } from './use-act.ts';

type Webhooks = Awaited<ReturnType<typeof interchangeClient.listWebhooks>>;

type WebhookLineProps = {
  webhook: Webhooks[number];
  onChanged: (webhooks: Webhooks) => void;
  onSecret: (secret: string) => void;
};

/** One subscription: how it stands, what can be done with it, and its log. */
export function WebhookLine({ webhook, onChanged, onSecret }: WebhookLineProps): ReactElement {
  const t = accessWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const { pending, failed, act } = useAct();
  const [open, setOpen] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { id, on } = webhook;
  const stands = webhook.gaveUp
    ? t('webhooks.gaveUp')
    : on
      ? webhook.failures > 0
        ? t('webhooks.failing', { count: webhook.failures })
        : t('webhooks.on')
      : t('webhooks.off');
  const trial = async (): Promise<void> => {
    onChanged(await interchangeClient.tryWebhook({ id }));
    setOpen(true);
    await queries.invalidateQueries({ queryKey: deliveriesQuery(id).queryKey });
  };
  return (
    <li>
      <div>
        <p>
          <b>{webhook.name}</b> <code>{webhook.url}</code>{' '}
          <span className={webhook.gaveUp || webhook.failures > 0 ? 'missing' : 'tag'}>
            {stands}
          </span>
        </p>
        <p className="meta">{formats.list(webhook.types.map((type) => eventText(t, type)))}</p>
        {failed ? (
          <p className="missing" role="alert">
            {failed}
          </p>
        ) : null}
      </div>
      <div className="acts">
        {on ? (
          <Button small pending={pending} onClick={() => act(trial)}>
            {t('webhooks.try')}
          </Button>
        ) : null}
        <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'webhooks.hideLog' : 'webhooks.log')}
        </Button>
        <Button
          small
          onClick={() =>
            act(async () => onSecret((await interchangeClient.rotateWebhook({ id })).secret))
          }
        >
          {t('webhooks.rotate')}
        </Button>
        <Button
          small
          onClick={() =>
            act(async () => onChanged(await interchangeClient.switchWebhook({ id, on: !on })))
          }
        >
          {t(on ? 'webhooks.turnOff' : 'webhooks.turnOn')}
        </Button>
        <Button small kind="against" onClick={() => setRemoving(true)}>
          {t('webhooks.remove')}
        </Button>
      </div>
      {open ? <DeliveryLog id={id} onChanged={onChanged} /> : null}
      {removing ? (
        <CommandForm
          title={t('webhooks.removeNamed', { name: webhook.name })}
          intro={t('webhooks.removeSure')}
          fields={{}}
          submitLabel={t('webhooks.remove')}
          submit={(_none, { idempotencyKey }) =>
            interchangeClient.removeWebhook({ id }, { context: { idempotencyKey } })
          }
          onDone={(webhooks) => {
            setRemoving(false);
            onChanged(webhooks);
          }}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </li>
  );
}
