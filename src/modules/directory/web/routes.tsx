import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

const experts = (): string => pageTitles.text('experts');
const organisations = (): string => pageTitles.text('organisations');
const facilities = (): string => pageTitles.text('facilities');

export default [
  definePage({ path: '/experts', load: () => import('./experts-page.tsx'), title: experts }),
  definePage({
    path: '/experts/$expertId',
    load: () => import('./expert-page.tsx'),
    title: experts,
  }),
  definePage({
    path: '/experts/$expertId/edit',
    load: () => import('./expert-edit-page.tsx'),
    title: experts,
    access: 'signedIn',
  }),
  definePage({
    path: '/experts/$expertId/history',
    load: () => import('./expert-history-page.tsx'),
    title: experts,
    access: 'signedIn',
  }),
  definePage({
    path: '/organisations',
    load: () => import('./organisations-page.tsx'),
    title: organisations,
  }),
  definePage({
    path: '/organisations/new',
    load: () => import('./organisation-new-page.tsx'),
    title: organisations,
    access: ['operator'],
  }),
  definePage({
    path: '/organisations/$organisationId',
    load: () => import('./organisation-page.tsx'),
    title: organisations,
  }),
  definePage({
    path: '/organisations/$organisationId/edit',
    load: () => import('./organisation-edit-page.tsx'),
    title: organisations,
    access: 'signedIn',
  }),
  definePage({
    path: '/organisations/$organisationId/history',
    load: () => import('./organisation-history-page.tsx'),
    title: organisations,
    access: 'signedIn',
  }),
  definePage({
    path: '/organisations/$organisationId/people',
    load: () => import('./people-page.tsx'),
    title: organisations,
    access: 'signedIn',
  }),
  definePage({ path: '/join/$token', load: () => import('./join-page.tsx'), title: organisations }),
  definePage({
    path: '/claims',
    load: () => import('./claims-page.tsx'),
    title: () => pageTitles.text('claims'),
    access: ['operator'],
  }),
  definePage({
    path: '/facilities',
    load: () => import('./facilities-page.tsx'),
    title: facilities,
  }),
  definePage({
    path: '/facilities/new',
    load: () => import('./facility-new-page.tsx'),
    title: facilities,
    access: 'signedIn',
  }),
  definePage({
    path: '/facilities/$facilityId',
    load: () => import('./facility-page.tsx'),
    title: facilities,
  }),
  definePage({
    path: '/facilities/$facilityId/edit',
    load: () => import('./facility-edit-page.tsx'),
    title: facilities,
    access: 'signedIn',
  }),
  definePage({
    path: '/facilities/$facilityId/history',
    load: () => import('./facility-history-page.tsx'),
    title: facilities,
    access: 'signedIn',
  }),
  definePage({
    path: '/my/bookings',
    load: () => import('./my-bookings-page.tsx'),
    title: facilities,
    access: 'signedIn',
  }),
];
