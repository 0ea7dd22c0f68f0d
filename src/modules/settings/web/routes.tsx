import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

export default [
  definePage({
    path: '/settings',
    load: () => import('./settings-page.tsx'),
    title: () => pageTitles.text('settings'),
    access: ['operator', 'admin'],
  }),
];
