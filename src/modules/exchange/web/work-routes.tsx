import { words } from '../../../ui/i18n/words.ts';
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
    path: '/my/needs',
    load: () => import('./my-needs-page.tsx'),
    title: () => words.text('nav.myNeeds'),
    access: ['enterprise'],
  }),
  definePage({
    path: '/triage',
    load: () => import('./triage-page.tsx'),
    title: () => words.text('nav.triage'),
    access: ['operator'],
  }),
];
export default pages;
