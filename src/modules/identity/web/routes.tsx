import { definePage } from '../../../ui/page.ts';
import { pageTitles } from './page-titles.ts';

export default [
  definePage({
    path: '/sign-in',
    load: () => import('./sign-in-page.tsx'),
    title: () => pageTitles.text('signIn'),
  }),
  definePage({
    path: '/sign-up',
    load: () => import('./sign-up-page.tsx'),
    title: () => pageTitles.text('signUp'),
  }),
  definePage({
    path: '/forgot-password',
    load: () => import('./forgot-password-page.tsx'),
    title: () => pageTitles.text('forgot'),
  }),
  definePage({
    path: '/reset-password',
    load: () => import('./reset-password-page.tsx'),
    title: () => pageTitles.text('reset'),
  }),
  definePage({
    path: '/confirm-email',
    load: () => import('./confirm-email-page.tsx'),
    title: () => pageTitles.text('confirm'),
  }),
  definePage({
    path: '/welcome',
    load: () => import('./welcome-page.tsx'),
    title: () => pageTitles.text('welcome'),
    access: 'signedIn',
  }),
  definePage({
    path: '/accounts',
    load: () => import('./accounts-page.tsx'),
    title: () => pageTitles.text('accounts'),
    access: ['admin'],
  }),
  definePage({
    path: '/my/leave',
    load: () => import('./leave-page.tsx'),
    title: () => pageTitles.text('leave'),
    access: ['broker', 'operator'],
  }),
];
