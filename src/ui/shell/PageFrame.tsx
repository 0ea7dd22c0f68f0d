import { useLayoutEffect, type ReactElement, type ReactNode } from 'react';
import { words } from '../i18n/words.ts';
import type { PageDefinition } from '../page.ts';
import { mayEnter, useSession } from '../session.ts';
import { LoadingState } from '../states/LoadingState.tsx';
import { NoPermission } from '../states/NoPermission.tsx';
import { setWindowTitle } from './PageTitle.tsx';

/** Around every page: its name for the window, and who may see it. */
export function PageFrame({
  page,
  children,
}: {
  page: PageDefinition;
  children: ReactNode;
}): ReactElement {
  const t = words.useText();
  const { session, loading } = useSession();
  const title = page.title();
  const brand = t('brand.name');
  // A layout effect, so that the page's own PageTitle, which knows better, speaks after it.
  useLayoutEffect(() => setWindowTitle(title, brand), [title, brand]);
  if (page.access !== undefined && loading) {
    return (
      <div className="wrap">
        <LoadingState />
      </div>
    );
  }
  if (!mayEnter(session, page.access)) {
    return <NoPermission roles={page.access === 'signedIn' ? [] : (page.access ?? [])} />;
  }
  return <>{children}</>;
}
