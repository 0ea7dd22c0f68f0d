import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

export default [
  definePage({
    path: '/my/notifications',
    load: () => import('./settings-page.tsx'),
    title: () => pageTitles.text('settings'),
    access: 'signedIn',
  }),
  definePage({
    path: '/unsubscribe/$token',
    load: () => import('./unsubscribe-page.tsx'),
    title: () => pageTitles.text('unsubscribe'),
  }),
];
