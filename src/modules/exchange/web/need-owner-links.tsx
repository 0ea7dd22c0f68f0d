import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { exchangeClient } from './exchange-client.ts';
import { partsWords } from './parts-words.ts';
import { isTier, useTierOptions } from './tier-field.tsx';
import { keepNeed, type NeedDetail } from './work-queries.ts';

/** Earlier versions, and who may read the details: the owner may change that whatever the state. */
export function NeedOwnerLinks({ need }: { need: NeedDetail }): ReactElement {
  const t = partsWords.useText();
  const queries = useQueryClient();
  const options = useTierOptions();
  const [open, setOpen] = useState(false);
  return (
    <div className="closed-acts">
      <Link className="button small" to={`/needs/${need.id}/versions`}>
        {t('versions.link')}
      </Link>
      {need.mine && need.status !== 'closed' ? (
        <Button small onClick={() => setOpen(true)}>
          {t('closed.change')}
        </Button>
      ) : null}
      {open ? (
        <CommandForm
          open
          onClose={() => setOpen(false)}
          title={t('closed.changeTitle')}
          intro={t('tier.hint')}
          fields={{
            tier: { kind: 'radio', label: t('tier.title'), required: true, options },
          }}
          initial={{ tier: need.closed.tier }}
          submitLabel={t('closed.save')}
          submit={({ tier }, { idempotencyKey }) =>
            exchangeClient.setNeedTier(
              {
                id: need.id,
                version: need.version,
                tier: isTier(tier) ? tier : need.closed.tier,
              },
              { context: { idempotencyKey } },
            )
          }
          onDone={(changed) => {
            setOpen(false);
            keepNeed(queries, changed);
          }}
        />
      ) : null}
    </div>
  );
}
