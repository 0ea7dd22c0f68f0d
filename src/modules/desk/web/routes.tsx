import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

export default [
  definePage({
    path: '/stuck',
    load: () => import('./stuck-page.tsx'),
    title: () => pageTitles.text('stuck'),
    access: ['operator'],
  }),
];
