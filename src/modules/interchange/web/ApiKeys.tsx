import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { keysQuery } from './access-queries.ts';
import { accessWords } from './access-words.ts';
import { interchangeClient } from './import-queries.ts';
import { NewKey } from './NewKey.tsx';
import { ShownOnce } from './ShownOnce.tsx';
import { scopeText } from './scope-text.ts';

type Key = Awaited<ReturnType<typeof interchangeClient.listKeys>>[number];

/** Keys of mine and of my organisations: making, looking after and ending them. */
export function ApiKeys(): ReactElement {
  const t = accessWords.useText();
  const queries = useQueryClient();
  const { queryKey } = keysQuery();
  const { data, error, refetch } = useQuery(keysQuery());
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState('');
  const [ending, setEnding] = useState<Key>();
  return (
    <section>
      <h2>{t('keys.title')}</h2>
      <p>
        {t('keys.about')} <a href="/api/docs">{t('keys.docs')}</a>
      </p>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={3} /> : null}
      {secret ? <ShownOnce label={t('keys.secret')} secret={secret} /> : null}
      {data?.length === 0 ? <p className="meta">{t('keys.none')}</p> : null}
      <ul className="access-list">
        {data?.map((key) => (
          <li key={key.id}>
            <KeyLine item={key} />
            {key.revokedAt === null ? (
              <Button small onClick={() => setEnding(key)}>
                {t('keys.revoke')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="acts">
        <Button onClick={() => setMaking(true)}>{t('keys.make')}</Button>
      </div>
      {making ? (
        <NewKey
          onClose={() => setMaking(false)}
          onDone={(made) => {
            setMaking(false);
            setSecret(made);
            void queries.invalidateQueries({ queryKey });
          }}
        />
      ) : null}
      {ending ? (
        <CommandForm
          title={t('keys.revokeNamed', { name: ending.name })}
          intro={t('keys.revokeSure')}
          fields={{}}
          submitLabel={t('keys.revoke')}
          submit={(_none, { idempotencyKey }) =>
            interchangeClient.revokeKey({ id: ending.id }, { context: { idempotencyKey } })
          }
          onDone={(keys) => {
            setEnding(undefined);
            queries.setQueryData(queryKey, keys);
          }}
          onClose={() => setEnding(undefined)}
        />
      ) : null}
    </section>
  );
}

function KeyLine({ item }: { item: Key }): ReactElement {
  const t = accessWords.useText();
  const formats = useFormats();
  const facts = [
    ...(item.organisationName === null
      ? []
      : [t('keys.organisation', { name: item.organisationName })]),
    ...(item.mine ? [] : [t('keys.by', { name: item.madeBy })]),
    t('keys.limit', { count: item.perMinute }),
    item.lastUsedAt === null
      ? t('keys.unused')
      : t('keys.used', { day: formats.day(item.lastUsedAt) }),
    item.revokedAt !== null
      ? t('keys.revoked', { day: formats.day(item.revokedAt) })
      : item.expiresAt === null
        ? t('keys.forever')
        : t('keys.until', { day: formats.day(item.expiresAt) }),
  ];
  return (
    <div className={item.revokedAt === null ? undefined : 'ended'}>
      <p>
        <b>{item.name}</b> <code>{item.hint}…</code>
      </p>
      <p className="meta">{formats.list(item.scopes.map((scope) => scopeText(t, scope)))}</p>
      <p className="meta">{facts.join(' · ')}</p>
    </div>
  );
}
