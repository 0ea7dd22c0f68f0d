import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

export default [
  definePage({
    path: '/experts',
    load: () => import('./experts-page.tsx'),
    title: () => pageTitles.text('experts'),
  }),
  definePage({
    path: '/experts/$expertId',
    load: () => import('./expert-page.tsx'),
    title: () => pageTitles.text('experts'),
  }),
  definePage({
    path: '/organisations',
    load: () => import('./organisations-page.tsx'),
    title: () => pageTitles.text('organisations'),
  }),
  definePage({
    path: '/organisations/$organisationId',
    load: () => import('./organisation-page.tsx'),
    title: () => pageTitles.text('organisations'),
  }),
];
