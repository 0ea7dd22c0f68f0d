import { words } from '../../../ui/i18n/words.ts';
import { pageTitles } from './page-titles.ts';
import { definePage, type PageDefinition } from '../../../ui/page.ts';

const pages: PageDefinition[] = [
  definePage({
    path: '/needs/new',
    load: () => import('./need-form-new-page.tsx'),
    title: () => words.text('nav.needs'),
    access: 'signedIn',
  }),
  definePage({
    path: '/needs/$needId',
    load: () => import('./need-detail-page.tsx'),
    title: () => words.text('nav.needs'),
  }),
  definePage({
    path: '/needs/$needId/edit',
    load: () => import('./need-form-edit-page.tsx'),
    title: () => words.text('nav.needs'),
    access: ['enterprise'],
  }),
  definePage({
    path: '/needs/$needId/versions',
    load: () => import('./need-versions-page.tsx'),
    title: () => words.text('nav.needs'),
    access: 'signedIn',
  }),
  definePage({
    path: '/my/needs',
    load: () => import('./my-needs-page.tsx'),
    title: () => words.text('nav.myNeeds'),
    access: ['enterprise'],
  }),
  definePage({
    path: '/visits',
    load: () => import('./visits-page.tsx'),
    title: () => pageTitles.text('visits'),
    access: ['operator', 'broker', 'enterprise', 'admin'],
  }),
  definePage({
    path: '/visits/new',
    load: () => import('./visit-new-page.tsx'),
    title: () => pageTitles.text('visits'),
    access: ['operator', 'broker'],
  }),
  definePage({
    path: '/visits/$visitId',
    load: () => import('./visit-page.tsx'),
    title: () => pageTitles.text('visits'),
    access: ['operator', 'broker', 'enterprise', 'admin'],
  }),
  definePage({
    path: '/visits/$visitId/edit',
    load: () => import('./visit-edit-page.tsx'),
    title: () => pageTitles.text('visits'),
    access: ['operator', 'broker'],
  }),
  definePage({
    path: '/triage',
    load: () => import('./triage-page.tsx'),
    title: () => words.text('nav.triage'),
    access: ['operator'],
  }),
];
export default pages;
