import type { ReactElement } from 'react';
import type { z } from 'zod';
import { useNow } from '../../../ui/case/use-now.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { localDay, useFormats } from '../../../ui/i18n/format.ts';
import { words } from '../../../ui/i18n/words.ts';
import { FactLine } from '../../../ui/listing/FactLine.tsx';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { placeName, useCodeNames } from '../../reference-data/web/index.ts';
import type { account, grant } from '../contract.ts';
import { identityWords } from './identity-words.ts';

export type Account = z.infer<typeof account>;
export type Grant = z.infer<typeof grant>;

type AccountRowProps = {
  account: Account;
  onGrant: () => void;
  onRevoke: (grant: Grant) => void;
};

/** One account with its roles, those that ended included. */
export function AccountRow({ account, onGrant, onRevoke }: AccountRowProps): ReactElement {
  const t = identityWords.useText();
  const formats = useFormats();
  const about = [
    account.email,
    formats.list(account.organisations.map(({ name }) => name)),
    t('accounts.since', { day: formats.date(account.createdAt) }),
    account.isExample ? t('accounts.example') : '',
  ];
  return (
    <article className="row">
      <h3 className="title">
        <b>{account.name}</b>
      </h3>
      <FactLine className="about" facts={about} />
      <div className="outcome">
        <Button small aria-label={t('accounts.grantTo', { name: account.name })} onClick={onGrant}>
          {t('accounts.grant')}
        </Button>
      </div>
      {account.grants.length === 0 ? (
        <p className="grants meta">{t('accounts.none')}</p>
      ) : (
        <ul className="grants">
          {account.grants.map((grant) => (
            <GrantLine
              key={grant.id}
              grant={grant}
              name={account.name}
              onRevoke={() => onRevoke(grant)}
            />
          ))}
        </ul>
      )}
    </article>
  );
}

function GrantLine({
  grant,
  name,
  onRevoke,
}: {
  grant: Grant;
  name: string;
  onRevoke: () => void;
}): ReactElement {
  const t = identityWords.useText();
  const common = words.useText();
  const formats = useFormats();
  const { from, until, revokedAt, regionCode } = grant;
  const names = useCodeNames(regionCode === null ? [] : [{ kind: 'region', code: regionCode }]);
  const place = regionCode === null ? undefined : names.get(regionCode);
  const role = common(`account.roles.${grant.role}`);
  const now = useNow();
  const today = localDay(now);
  const ended = until !== null && until < today;
  const standing = revokedAt
    ? t('accounts.revokedOn', { day: formats.date(revokedAt) })
    : ended
      ? t('accounts.ended')
      : from > today
        ? t('accounts.notYet')
        : undefined;
  const facts = [
    until === null
      ? t('accounts.period', { from: formats.date(from) })
      : t('accounts.periodUntil', { from: formats.date(from), until: formats.date(until) }),
    regionCode === null ? t('accounts.anywhere') : place ? placeName(place.path) : regionCode,
    standing,
  ];
  return (
    <li className={revokedAt || ended ? 'over' : undefined}>
      <span className="nowrap">
        <Bead kind={revokedAt || ended ? 'no' : from > today ? 'none' : 'yes'} /> {role}
      </span>
      <FactLine facts={facts} />
      {revokedAt || ended ? null : (
        <Button
          kind="plain"
          small
          aria-label={t('accounts.revokeNamed', { name, role })}
          onClick={onRevoke}
        >
          {t('accounts.revoke')}
        </Button>
      )}
    </li>
  );
}
