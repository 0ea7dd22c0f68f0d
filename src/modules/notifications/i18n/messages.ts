import type { Catalog } from '../../../platform/i18n/languages.ts';

/** Notices by mail, and why something about them is refused. */
export const notificationMessages: Catalog = {
  'zh-CN': {
    'notice.mail.subject': '【融通】{subject}',
    'notice.mail.greeting': '{name}，您好：',
    'notice.mail.link': '查看和办理：{link}',
    'notice.mail.end':
      '融通\n\n改成每日一封或者不收，在通知设置里：{settings}\n不再收这一类邮件：{unsubscribe}',
    'notice.daily.subject': '{title}：{count} 条',
    'notice.other.title': '其他通知',
    'notice.other.about': '不属于上面几类的。',
    'notice.digest.title': '每日邮件',
    'notice.account.title': '账号',
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
    'notification.not_offered': '这一类通知不能这样收，请另选一种。',
  },
  en: {
    'notice.mail.subject': '[Rongtong] {subject}',
    'notice.mail.greeting': 'Dear {name},',
    'notice.mail.link': 'See it here: {link}',
    'notice.mail.end':
      'Rongtong\n\nOnce a day instead, or not at all: {settings}\nNo more mail of this kind: {unsubscribe}',
    'notice.daily.subject': '{title}: {count}',
    'notice.other.title': 'Other notices',
    'notice.other.about': 'Whatever belongs to none of the kinds above.',
    'notice.digest.title': 'Daily mail',
    'notice.account.title': 'Account',
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
    'notification.not_offered': 'This kind cannot be had that way. Please choose another.',
  },
};
