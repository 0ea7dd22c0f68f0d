import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

export default [
  definePage({
    path: '/teams',
    load: () => import('./teams-page.tsx'),
    title: () => pageTitles.text('teams'),
  }),
  definePage({
    path: '/teams/$teamId',
    load: () => import('./team-page.tsx'),
    title: () => pageTitles.text('teams'),
  }),
  definePage({
    path: '/my/dispatches',
    load: () => import('./dispatches-page.tsx'),
    title: () => pageTitles.text('dispatches'),
    access: 'signedIn',
  }),
  definePage({
    path: '/reports',
    load: () => import('./reports-page.tsx'),
    title: () => pageTitles.text('reports'),
    access: 'signedIn',
  }),
  definePage({
    path: '/reports/$reportId',
    load: () => import('./report-page.tsx'),
    title: () => pageTitles.text('reports'),
    access: 'signedIn',
  }),
];
