import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Known before the pages themselves are loaded, so kept small and with both languages. */
export const pageTitles = defineMessages(
  'teamPages',
  { teams: '服务队', dispatches: '派我去的', reports: '服务队周报' },
  () =>
    Promise.resolve({
      default: {
        teams: 'Service teams',
        dispatches: 'Where I am sent',
        reports: 'Weekly reports of teams',
      },
    }),
);
