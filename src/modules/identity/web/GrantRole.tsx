import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useNow } from '../../../ui/case/use-now.ts';
import { localDay } from '../../../ui/i18n/format.ts';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { placeName } from '../../reference-data/web/index.ts';
import { grantableRoles, type GrantableRole } from '../domain/identity.policy.ts';
import type { Account } from './AccountRow.tsx';
import { identityClient, meQuery } from './identity-queries.ts';
import { identityWords } from './identity-words.ts';

type GrantRoleProps = { account: Account; onClose: () => void; onDone: () => void };

const everywhere = 'everywhere';

/** Gives a role from a day on, in this district or everywhere. */
export function GrantRole({ account, onClose, onDone }: GrantRoleProps): ReactElement | null {
  const t = identityWords.useText();
  const common = words.useText();
  const now = useNow();
  const { data: me } = useQuery(meQuery());
  if (!me) return null;
  return (
    <CommandForm
      title={t('accounts.grantTo', { name: account.name })}
      initial={{ from: localDay(now), regionCode: me.region.code }}
      fields={{
        role: {
          kind: 'select',
          label: t('accounts.role'),
          required: true,
          options: grantableRoles.map((role) => ({
            value: role,
            label: common(`account.roles.${role}`),
          })),
        },
        regionCode: {
          kind: 'radio',
          label: t('accounts.region'),
          required: true,
          options: [
            {
              value: me.region.code,
              label: t('accounts.here', { region: placeName(me.region.name) }),
            },
            { value: everywhere, label: t('accounts.everywhere') },
          ],
        },
        from: { kind: 'date', label: t('accounts.from'), required: true },
        until: { kind: 'date', label: t('accounts.until'), hint: t('accounts.untilHint') },
      }}
      submitLabel={t('accounts.grant')}
      submit={({ role, regionCode, from, until }, { idempotencyKey }) =>
        identityClient.grantRole(
          {
            userId: account.id,
            role: role as GrantableRole,
            regionCode: regionCode === everywhere ? null : regionCode,
            from,
            until: until || null,
          },
          { context: { idempotencyKey } },
        )
      }
      onDone={onDone}
      onClose={onClose}
    />
  );
}
