import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Known before the pages themselves are loaded, so kept small and with both languages. */
export const pageTitles = defineMessages(
  'notificationPages',
  { inbox: '通知', settings: '通知设置', deliveries: '发送记录', unsubscribe: '退订邮件' },
  () =>
    Promise.resolve({
      default: {
        inbox: 'Notices',
        settings: 'Notification settings',
        deliveries: 'Delivery log',
        unsubscribe: 'Unsubscribe',
      },
    }),
);
