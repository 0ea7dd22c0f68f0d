import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Known before the page itself is loaded, so kept small and with both languages. */
export const pageTitles = defineMessages('settingsPages', { settings: '期限和日历' }, () =>
  Promise.resolve({ default: { settings: 'Deadlines' } }),
);
