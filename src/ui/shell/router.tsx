import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router';
import { currentLanguage } from '../i18n/language.ts';
import { messagesReady } from '../i18n/messages.ts';
import type { PageDefinition } from '../page.ts';
import { Crashed } from '../states/Crashed.tsx';
import { LoadingState } from '../states/LoadingState.tsx';
import { NotFound } from '../states/NotFound.tsx';
import { AppShell, type Navigation } from './AppShell.tsx';
import { PageFrame } from './PageFrame.tsx';

/** All pages under one shell. Each page's code comes when it is opened, or about to be. */
export function createAppRouter(pages: readonly PageDefinition[], navigation: Navigation) {
  const root = createRootRoute({
    component: () => (
      <AppShell navigation={navigation}>
        <Outlet />
      </AppShell>
    ),
  });
  const routes = pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: lazyRouteComponent(async () => {
        const { default: Page } = await page.load();
        await messagesReady(currentLanguage());
        return {
          default: () => (
            <PageFrame page={page}>
              <Page />
            </PageFrame>
          ),
        };
      }),
    }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: () => (
      <div className="wrap">
        <LoadingState />
      </div>
    ),
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: ({ error, reset }) => <Crashed error={error} onRetry={reset} />,
    scrollRestoration: true,
    // Queries stay plain text: `?q=1` is the text “1”.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith(String),
  });
}
