import { definePage, type PageDefinition } from '../../../ui/page.ts';
import { words } from '../../../ui/i18n/words.ts';

export const workers = ['enterprise', 'expert', 'broker', 'operator'] as const;

const pages: PageDefinition[] = [
  definePage({
    path: '/cases',
    load: () => import('./cases-page.tsx'),
    title: () => words.text('nav.cases'),
    access: workers,
  }),
  definePage({
    path: '/cases/$id',
    load: () => import('./case-page.tsx'),
    title: () => words.text('nav.cases'),
    access: 'signedIn',
  }),
];
export default pages;
