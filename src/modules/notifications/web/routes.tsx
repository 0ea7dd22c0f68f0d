import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

export default [
  definePage({
    path: '/my/notices',
    load: () => import('./inbox-page.tsx'),
    title: () => pageTitles.text('inbox'),
    access: 'signedIn',
  }),
  definePage({
    path: '/my/deliveries',
    load: () => import('./deliveries-page.tsx'),
    title: () => pageTitles.text('deliveries'),
    access: 'signedIn',
  }),
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
