import { pageTitles as deskTitles } from '../modules/desk/web/page-titles.ts';
import deskPages from '../modules/desk/web/routes.tsx';
import { pageTitles as directoryTitles } from '../modules/directory/web/page-titles.ts';
import directoryPages from '../modules/directory/web/routes.tsx';
import funnelPages from '../modules/dockings/web/public-routes.tsx';
import dockingPages from '../modules/dockings/web/routes.tsx';
import { pageTitles as exchangeTitles } from '../modules/exchange/web/page-titles.ts';
import exchangePages from '../modules/exchange/web/routes.tsx';
import exchangeWorkPages from '../modules/exchange/web/work-routes.tsx';
import { pageTitles as identityTitles } from '../modules/identity/web/page-titles.ts';
import identityPages from '../modules/identity/web/routes.tsx';
import interchangePages from '../modules/interchange/web/routes.tsx';
import { pageTitles as matchingTitles } from '../modules/matching/web/page-titles.ts';
import matchingPages from '../modules/matching/web/routes.tsx';
import notificationPages from '../modules/notifications/web/routes.tsx';
import { pageTitles as settingsTitles } from '../modules/settings/web/page-titles.ts';
import settingsPages from '../modules/settings/web/routes.tsx';
import { pageTitles as teamTitles } from '../modules/teams/web/page-titles.ts';
import teamPages from '../modules/teams/web/routes.tsx';
import { words } from '../ui/i18n/words.ts';
import { definePage, type PageDefinition } from '../ui/page.ts';
import type { Navigation, NavItem } from '../ui/shell/AppShell.tsx';

/** Pages of the modules, in the order in which they are put together here and nowhere else. */
export const pages: PageDefinition[] = [
  ...matchingPages,
  ...exchangePages,
  ...directoryPages,
  ...identityPages,
  ...notificationPages,
  ...interchangePages,
  ...funnelPages,
  ...dockingPages,
  ...exchangeWorkPages,
  ...teamPages,
  ...deskPages,
  ...settingsPages,
  definePage({
    path: '/work',
    load: () => import('./web-work.tsx'),
    title: () => words.text('nav.desk'),
    access: 'signedIn',
  }),
  definePage({
    path: '/design',
    load: () => import('../ui/kit-page.tsx'),
    title: () => words.text('nav.design'),
  }),
];

/** A link stands only where its page does. */
const existing = (items: NavItem[]): NavItem[] =>
  items.filter((item) => pages.some((page) => page.path === item.to));

const item = (
  to: string,
  key: Parameters<typeof words.text>[0] & `nav.${string}`,
  rest: Omit<NavItem, 'to' | 'label'> = {},
): NavItem => ({ to, label: () => words.text(key), ...rest });

const caseWorkers = ['enterprise', 'expert', 'broker', 'operator'] as const;

export const navigation: Navigation = {
  main: existing([
    item('/needs', 'nav.needs'),
    item('/achievements', 'nav.achievements'),
    item('/experts', 'nav.experts'),
    item('/work', 'nav.desk', { access: 'signedIn' }),
    item('/my/needs', 'nav.myNeeds', { access: ['enterprise'] }),
    item('/triage', 'nav.triage', { access: ['operator'] }),
    item('/cases', 'nav.cases', { access: caseWorkers }),
    { to: '/stuck', label: () => deskTitles.text('stuck'), access: ['operator'] },
    { to: '/teams', label: () => teamTitles.text('teams'), access: ['broker', 'operator'] },
    { to: '/settings', label: () => settingsTitles.text('settings'), access: ['admin'] },
    { to: '/accounts', label: () => identityTitles.text('accounts'), access: ['admin'] },
    { to: '/models', label: () => matchingTitles.text('models'), access: ['admin'] },
    item('/funnel', 'nav.funnel'),
  ]),
  tabs: existing([
    item('/', 'nav.ask'),
    item('/work', 'nav.desk', { access: 'signedIn' }),
    item('/cases', 'nav.cases', { access: caseWorkers }),
    item('/my/needs', 'nav.myNeeds', { access: ['enterprise'] }),
    item('/triage', 'nav.triage', { access: ['operator'] }),
    item('/needs', 'nav.needs'),
    item('/achievements', 'nav.achievements'),
    item('/experts', 'nav.experts', { visitorsOnly: true }),
    item('/sign-in', 'nav.me', { visitorsOnly: true }),
  ]),
  foot: existing([
    { to: '/organisations', label: () => directoryTitles.text('organisations') },
    { to: '/facilities', label: () => directoryTitles.text('facilities') },
    { to: '/claims', label: () => directoryTitles.text('claims'), access: ['operator'] },
    { to: '/teams', label: () => teamTitles.text('teams') },
    {
      to: '/settings',
      label: () => settingsTitles.text('settings'),
      access: ['operator', 'admin'],
    },
    {
      to: '/visits',
      label: () => exchangeTitles.text('visits'),
      access: ['operator', 'broker', 'enterprise'],
    },
    item('/funnel', 'nav.funnel'),
  ]),
};
