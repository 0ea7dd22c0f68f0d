import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../ui/i18n/language.ts';
import { createQueryClient } from '../ui/query-client.ts';
import { sessionQuery } from '../ui/session.ts';
import { createAppRouter } from '../ui/shell/router.tsx';
import { startColorMode } from '../ui/theme/color-mode.ts';
import { navigation, pages } from './web-routes.tsx';

/** Longer than this nobody should look at the bare frame; the session may then come after the page. */
const sessionWaitMs = 400;

startColorMode();
const queries = createQueryClient();
const router = createAppRouter(pages, navigation);
const wait = new Promise((resolve) => {
  setTimeout(resolve, sessionWaitMs);
});
const language = startLanguage();
await Promise.all([
  language,
  // Known before the first drawing, the account and the strip do not push the page about.
  // It speaks the reader's language, so that one comes first.
  Promise.race([language.then(() => queries.prefetchQuery(sessionQuery)), wait]),
  router.load(),
]);

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
