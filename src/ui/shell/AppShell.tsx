import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { words } from '../i18n/words.ts';
import { mayEnter, useSession, type Access, type Session } from '../session.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Brand } from './Brand.tsx';
import { InboxLink } from './InboxLink.tsx';
import { Link } from './Link.tsx';
import { pageFocusWanted, wantPageFocus } from './page-focus.ts';
import { mainId, SkipLink } from './SkipLink.tsx';
import { LanguageSwitch, ModePreferenceSwitch, ModeSwitch } from './Switches.tsx';

export type NavItem = {
  to: string;
  /** Read anew when the language changes. */
  label: () => string;
  /** Who sees it; everybody when absent. `visitorsOnly`: not those who have signed in. */
  access?: Access;
  visitorsOnly?: boolean;
};

export type Navigation = {
  main: readonly NavItem[];
  /** At most five, at the bottom edge of phones. */
  tabs: readonly NavItem[];
  foot: readonly NavItem[];
};

type AppShellProps = {
  navigation: Navigation;
  children: ReactNode;
};

const shownTo = (session: Session, items: readonly NavItem[]): NavItem[] =>
  items.filter(
    (item) => mayEnter(session, item.access) && !(item.visitorsOnly && session.signedIn),
  );

export function AppShell({ navigation, children }: AppShellProps): ReactElement {
  const t = words.useText();
  const { session } = useSession();
  return (
    <div className="shell">
      <SkipLink />
      <header className="top">
        <div className="wrap">
          <Brand />
          <NavLinks className="nav" label={t('nav.main')} items={navigation.main} />
          <div className="end">
            <span className="desk">
              <ModeSwitch />
              <LanguageSwitch />
            </span>
            <InboxLink />
            <AccountMenu />
          </div>
        </div>
      </header>
      {session.examples ? (
        <aside className="strip" aria-label={t('strip.label')}>
          <div className="wrap">
            <b>{t('strip.label')}</b>
            <span>{t('strip.text')}</span>
          </div>
        </aside>
      ) : null}
      <main id={mainId} tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div className="wrap">
          <span>{t('brand.name')}</span>
          {shownTo(session, navigation.foot).map((item) => (
            <Link key={item.to} to={item.to}>
              {item.label()}
            </Link>
          ))}
          <span className="switches">
            <ModePreferenceSwitch />
            <LanguageSwitch />
          </span>
        </div>
      </footer>
      <NavLinks className="tabs" label={t('nav.quick')} items={navigation.tabs} most={mostTabs} />
      <RouteAnnouncer />
    </div>
  );
}

const mostTabs = 5;

function NavLinks({
  className,
  label,
  items,
  most,
}: {
  className: string;
  label: string;
  items: readonly NavItem[];
  most?: number;
}): ReactElement | null {
  const { session } = useSession();
  const shown = shownTo(session, items).slice(0, most);
  if (shown.length === 0) return null;
  return (
    <nav className={className} aria-label={label}>
      {shown.map((item) => (
        <Link key={item.to} to={item.to} exact={item.to === '/'}>
          {item.label()}
        </Link>
      ))}
    </nav>
  );
}

/** Long enough for a page that has its data to have taken focus with its h1. */
const announceAfterMs = 400;

/** Tells screen readers of a new page whose h1 has not come yet to take focus. */
function RouteAnnouncer(): ReactElement {
  const t = words.useText();
  const router = useRouter();
  const [said, setSaid] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopBefore = router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
      if (pathChanged && fromLocation) wantPageFocus();
    });
    const stopResolved = router.subscribe('onResolved', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (pageFocusWanted()) setSaid(t('page.opened', { title: document.title }));
      }, announceAfterMs);
    });
    return () => {
      clearTimeout(timer);
      stopBefore();
      stopResolved();
    };
  }, [router, t]);
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {said}
    </div>
  );
}
