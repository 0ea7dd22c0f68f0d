import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { useGo, useHere } from '../navigation.ts';
import { useAccount, useSession } from '../session.ts';
import { signInAddress } from './addresses.ts';
import { Link } from './Link.tsx';

/** “登录”, or who is here and what belongs to the account. */
export function AccountMenu(): ReactElement {
  const t = words.useText();
  const { session } = useSession();
  const here = useHere();
  return session.user ? (
    <SignedIn
      name={session.user.name}
      email={session.user.email}
      organisation={session.organisations[0]?.name}
      role={
        session.roles
          .filter((role) => role !== 'visitor')
          .map((role) => t(`account.roles.${role}`))[0]
      }
    />
  ) : (
    <Link to={signInAddress(here)}>
      <b>{t('account.signIn')}</b>
    </Link>
  );
}

type SignedInProps = { name: string; email: string; organisation?: string; role?: string };

function SignedIn({ name, email, organisation, role }: SignedInProps): ReactElement {
  const t = words.useText();
  const menuId = useId();
  const { signOut } = useAccount();
  const { session } = useSession();
  const go = useGo();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  return (
    <div className="account" ref={box}>
      <button
        ref={button}
        type="button"
        className="switch"
        aria-expanded={open}
        aria-controls={menuId}
        onClick={() => setOpen(!open)}
      >
        <b>{organisation ?? name}</b>
        <span>{organisation ? name : role}</span>
      </button>
      {open ? (
        <div className="menu" id={menuId}>
          <p className="meta">
            {t('account.signedInAs', { name, email })}
            {role ? (
              <>
                <br />
                {role}
              </>
            ) : null}
          </p>
          {session.roles.some(
            (held) => held !== 'visitor' && held !== 'admin' && held !== 'broker',
          ) ? (
            <Link to="/imports" onClick={() => setOpen(false)}>
              {t('account.imports')}
            </Link>
          ) : null}
          <Link to="/my/access" onClick={() => setOpen(false)}>
            {t('account.access')}
          </Link>
          <Link to="/my/notifications" onClick={() => setOpen(false)}>
            {t('account.notifications')}
          </Link>
          <button
            type="button"
            onClick={() => {
              setOpen(false);
              void signOut().then(() => go('/'));
            }}
          >
            {t('account.signOut')}
          </button>
        </div>
      ) : null}
    </div>
  );
}
