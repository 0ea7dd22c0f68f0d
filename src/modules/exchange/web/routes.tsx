import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

const holders = ['enterprise', 'expert'] as const;

export default [
  definePage({
    path: '/needs',
    load: () => import('./needs-list-page.tsx'),
    title: () => pageTitles.text('needs'),
  }),
  definePage({
    path: '/achievements',
    load: () => import('./achievement-list-page.tsx'),
    title: () => pageTitles.text('achievements'),
  }),
  definePage({
    path: '/achievements/new',
    load: () => import('./achievement-new-page.tsx'),
    title: () => pageTitles.text('new'),
    access: holders,
  }),
  definePage({
    path: '/achievements/$achievementId',
    load: () => import('./achievement-page.tsx'),
    title: () => pageTitles.text('achievements'),
  }),
  definePage({
    path: '/achievements/$achievementId/edit',
    load: () => import('./achievement-edit-page.tsx'),
    title: () => pageTitles.text('edit'),
    access: holders,
  }),
  definePage({
    path: '/achievements/$achievementId/versions',
    load: () => import('./achievement-versions-page.tsx'),
    title: () => pageTitles.text('achievements'),
    access: 'signedIn',
  }),
  definePage({
    path: '/my/achievements',
    load: () => import('./achievement-mine-page.tsx'),
    title: () => pageTitles.text('mine'),
    access: holders,
  }),
];
