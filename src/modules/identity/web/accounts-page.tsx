import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { ListPage, useListSearch } from '../../reference-data/web/index.ts';
import { AccountRow, type Account, type Grant } from './AccountRow.tsx';
import { GrantRole } from './GrantRole.tsx';
import { accountsQuery, identityClient } from './identity-queries.ts';
import { identityWords } from './identity-words.ts';
import './account-pages.css';

/** Who has an account, and who may do what until when. */
export default function AccountsPage(): ReactElement {
  const t = identityWords.useText();
  const common = words.useText();
  const queries = useQueryClient();
  const { q, page } = useListSearch();
  const query = useQuery({ ...accountsQuery({ q, page }), placeholderData: keepPreviousData });
  const [granting, setGranting] = useState<Account>();
  const [revoking, setRevoking] = useState<{ account: Account; grant: Grant }>();
  const refresh = (): void => {
    setGranting(undefined);
    setRevoking(undefined);
    void queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  return (
    <div className="accounts">
      <ListPage
        path="/accounts"
        title={t('accounts.title')}
        lead={t('accounts.lead')}
        filters={<SearchAccounts />}
        query={query}
        count={(count) => t('accounts.count', { count })}
        renderRow={(account) => (
          <AccountRow
            key={account.id}
            account={account}
            onGrant={() => setGranting(account)}
            onRevoke={(grant) => setRevoking({ account, grant })}
          />
        )}
        empty={{ title: t('accounts.empty') }}
      />
      {granting ? (
        <GrantRole account={granting} onClose={() => setGranting(undefined)} onDone={refresh} />
      ) : null}
      {revoking ? (
        <CommandForm
          title={t('accounts.revokeNamed', {
            name: revoking.account.name,
            role: common(`account.roles.${revoking.grant.role}`),
          })}
          intro={t('accounts.revokeSure')}
          fields={{}}
          submitLabel={t('accounts.revoke')}
          submit={(_none, { idempotencyKey }) =>
            identityClient.revokeRole({ id: revoking.grant.id }, { context: { idempotencyKey } })
          }
          onDone={refresh}
          onClose={() => setRevoking(undefined)}
        />
      ) : null}
    </div>
  );
}

function SearchAccounts(): ReactElement {
  const t = identityWords.useText();
  const common = words.useText();
  const setSearch = useSetSearch();
  const [typed, setTyped] = useState(useSearchTexts()['q'] ?? '');
  return (
    <search>
      <form
        className="list-filters"
        onSubmit={(event) => {
          event.preventDefault();
          setSearch({ q: typed.trim(), page: undefined });
        }}
      >
        <TextInput
          type="search"
          aria-label={t('accounts.search')}
          placeholder={t('accounts.search')}
          maxLength={100}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            if (next === '') setSearch({ q: undefined, page: undefined });
          }}
        />
        <Button type="submit">{common('button.find')}</Button>
      </form>
    </search>
  );
}
