import type { ReactElement } from 'react';
import { useFormats } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';
import { useHere } from '../navigation.ts';
import { useSession, type Role } from '../session.ts';
import { signInAddress } from '../shell/addresses.ts';
import { Link } from '../shell/Link.tsx';
import { PageState } from './PageState.tsx';

/** Who this page is for, and what to do: sign in, or go home. */
export function NoPermission({ roles }: { roles: readonly Role[] }): ReactElement {
  const t = words.useText();
  const formats = useFormats();
  const { session } = useSession();
  const here = useHere();
  const named = (list: readonly Role[]): string =>
    formats.list(list.map((role) => t(`account.roles.${role}`)));
  if (!session.signedIn) {
    return (
      <PageState
        title={t('page.signInFirst')}
        actions={
          <>
            <Link className="button primary" to={signInAddress(here)}>
              {t('account.signIn')}
            </Link>
            <Link className="button" to="/">
              {t('page.toHome')}
            </Link>
          </>
        }
      >
        {t('page.signInFirstText')}
      </PageState>
    );
  }
  return (
    <PageState
      title={t('page.noPermission')}
      actions={
        <Link className="button" to="/">
          {t('page.toHome')}
        </Link>
      }
    >
      {t('page.noPermissionText', { roles: named(roles), mine: named(session.roles) })}
    </PageState>
  );
}
