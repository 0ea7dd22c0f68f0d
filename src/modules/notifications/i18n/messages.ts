import type { Catalog } from '../../../platform/i18n/languages.ts';

/** The daily mail, and why something about it is refused. */
export const notificationMessages: Catalog = {
  'zh-CN': {
    'digest.lang': 'zh-CN',
    'digest.colon': '：',
    'digest.subject': '【融通】{day} 有 {count} 条新消息',
    'digest.greeting': '{name}，您好。和您有关的新消息：',
    'digest.more': '还有 {count} 条，登录后看。',
    'digest.why': '一天最多一封，没有新消息就不发。',
    'digest.settings': '通知设置',
    'digest.unsubscribe': '全部退订',
    'digest.unsubscribeKind': '不再收这一类',
    'notification.bad_link':
      '这个退订链接不完整或被改过，没有改动任何设置。请用邮件里的原链接，或者登录后到通知设置里关掉。',
    'notification.unknown_kind': '没有这一类通知。',
  },
  en: {
    'digest.lang': 'en',
    'digest.colon': ': ',
    'digest.subject': '[Rongtong] New for you on {day}: {count}',
    'digest.greeting': 'Dear {name}, this is new for you:',
    'digest.more': 'And {count} more; sign in to see them.',
    'digest.why': 'One mail a day at most, and none when nothing is new.',
    'digest.settings': 'Notification settings',
    'digest.unsubscribe': 'Unsubscribe from all',
    'digest.unsubscribeKind': 'No more of this kind',
    'notification.bad_link':
      'This unsubscribe link is incomplete or was changed; no setting was touched. Please use the link as it is in the mail, or sign in and switch it off in the notification settings.',
    'notification.unknown_kind': 'There is no such kind of notification.',
  },
};
