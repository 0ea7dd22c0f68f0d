import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

export default [
  definePage({
    path: '/',
    load: () => import('./home-page.tsx'),
    title: () => pageTitles.text('home'),
  }),
  definePage({
    path: '/match',
    load: () => import('./match-page.tsx'),
    title: () => pageTitles.text('match'),
  }),
  definePage({
    path: '/models',
    load: () => import('./models-page.tsx'),
    title: () => pageTitles.text('models'),
    access: ['admin', 'operator'],
  }),
  definePage({
    path: '/my/matches',
    load: () => import('./my-matches-page.tsx'),
    title: () => pageTitles.text('mine'),
    access: ['enterprise', 'expert'],
  }),
];
