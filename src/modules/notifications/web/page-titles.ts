import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Known before the pages themselves are loaded, so kept small and with both languages. */
export const pageTitles = defineMessages(
  'notificationPages',
  { settings: '通知设置', unsubscribe: '退订邮件' },
  () =>
    Promise.resolve({
      default: { settings: 'Notification settings', unsubscribe: 'Unsubscribe' },
    }),
);
