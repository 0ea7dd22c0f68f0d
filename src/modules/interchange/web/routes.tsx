import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

export default [
  definePage({
    path: '/imports',
    load: () => import('./imports-page.tsx'),
    title: () => pageTitles.text('imports'),
    access: ['operator', 'enterprise', 'expert'],
  }),
  definePage({
    path: '/imports/$importId',
    load: () => import('./import-page.tsx'),
    title: () => pageTitles.text('oneImport'),
    access: ['operator', 'enterprise', 'expert'],
  }),
  definePage({
    path: '/my/access',
    load: () => import('./access-page.tsx'),
    title: () => pageTitles.text('access'),
    access: 'signedIn',
  }),
];
