import { words } from '../../../ui/i18n/words.ts';
import { definePage } from '../../../ui/page.ts';

/** What anybody may read of the dockings: only numbers. */
export default [
  definePage({
    path: '/funnel',
    load: () => import('./funnel-page.tsx'),
    title: () => words.text('nav.funnel'),
  }),
];
