import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useSession } from '../../../ui/session.ts';
import { scopes, type Scope } from '../domain/scopes.ts';
import { accessWords } from './access-words.ts';
import { interchangeClient } from './import-queries.ts';
import { scopeText } from './scope-text.ts';

const terms = ['d30', 'd90', 'd365', 'never'] as const;
const dayMs = 86_400_000;

const endOf = (term: string): string | null =>
  term === 'never' ? null : new Date(Date.now() + Number(term.slice(1)) * dayMs).toISOString();

type NewKeyProps = { onClose: () => void; onDone: (secret: string) => void };

/** Name, scopes, limit and end of a key, before it is made. */
export function NewKey({ onClose, onDone }: NewKeyProps): ReactElement {
  const t = accessWords.useText();
  const { session } = useSession();
  const own = session.organisations;
  return (
    <CommandForm
      title={t('keys.make')}
      fields={{
        name: {
          kind: 'text',
          label: t('keys.name'),
          hint: t('keys.nameHint'),
          required: true,
          maxLength: 60,
        },
        scopes: {
          kind: 'checkboxes',
          label: t('keys.scopes'),
          required: true,
          options: scopes.map((value) => ({ value, label: scopeText(t, value) })),
        },
        whose: {
          kind: 'radio',
          label: t('keys.whose'),
          required: true,
          options: [
            { value: 'me', label: t('keys.myself') },
            ...own.map(({ id, name }) => ({ value: id, label: t('keys.organisation', { name }) })),
          ],
        },
        expires: {
          kind: 'radio',
          label: t('keys.expires'),
          required: true,
          path: 'expiresAt',
          options: terms.map((value) => ({ value, label: t(`keys.expiresIn.${value}`) })),
        },
        perMinute: { kind: 'number', label: t('keys.perMinute'), min: 1, max: 1200 },
      }}
      initial={{ whose: 'me', expires: 'd365', perMinute: '120' }}
      submitLabel={t('keys.make')}
      submit={({ name, scopes: chosen, whose, expires, perMinute }, { idempotencyKey }) =>
        interchangeClient.createKey(
          {
            name,
            scopes: scopes.filter((scope): scope is Scope => chosen.includes(scope)),
            organisationId: own.some(({ id }) => id === whose) ? whose : null,
            expiresAt: endOf(expires),
            perMinute: perMinute ?? 120,
          },
          { context: { idempotencyKey } },
        )
      }
      onDone={({ secret }) => onDone(secret)}
      onClose={onClose}
    />
  );
}
