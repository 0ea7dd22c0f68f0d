import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Known before the page itself is loaded, so kept small and with both languages. */
export const pageTitles = defineMessages('deskPages', { stuck: '卡在哪里' }, () =>
  Promise.resolve({ default: { stuck: 'What is stuck' } }),
);
