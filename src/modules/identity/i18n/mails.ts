import type { Catalog } from '../../../platform/i18n/languages.ts';

/** Mails about the account itself; sent at once, whatever was chosen for notices. */
export const accountMails: Catalog = {
  'zh-CN': {
    'account.mail.reset.subject': '【融通】重设密码',
    'account.mail.reset.text':
      '{name}，您好：\n\n有人要重设 {email} 的密码。如果是您，请在一小时内打开下面的链接，写一个新密码：\n\n{link}\n\n设好以后，别处的登录都会退出。不是您要的，不用理会，密码不会变。\n\n融通',
    'account.mail.confirm.subject': '【融通】确认您的邮箱',
    'account.mail.confirm.text':
      '{name}，您好：\n\n请在三天内打开下面的链接，确认 {email} 是您的邮箱。到期提醒和每日邮件都发到这里：\n\n{link}\n\n您没有在融通注册过，不用理会。\n\n融通',
  },
  en: {
    'account.mail.reset.subject': '[Rongtong] Reset your password',
    'account.mail.reset.text':
      'Dear {name},\n\nSomebody asked to reset the password of {email}. If it was you, open this link within an hour and write a new one:\n\n{link}\n\nYou are then signed out everywhere else. If it was not you, do nothing: the password stays as it is.\n\nRongtong',
    'account.mail.confirm.subject': '[Rongtong] Confirm your e-mail address',
    'account.mail.confirm.text':
      'Dear {name},\n\nPlease open this link within three days to confirm that {email} is yours. Reminders and the daily mail go there:\n\n{link}\n\nIf you did not sign up at Rongtong, do nothing.\n\nRongtong',
  },
};
