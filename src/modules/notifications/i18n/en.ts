import type { Translated } from '../../../ui/i18n/messages.ts';
import type zhCN from './zh-CN.ts';

const en: Translated<typeof zhCN> = {
  title: 'Notification settings',
  lead: 'What is new for you comes in one mail each morning to {email}. When nothing is new, there is none.',
  none: 'There is nothing to notify you of yet',
  noneText:
    'Once you have registered an organisation or an expert profile, you are told of achievements, experts or needs that meet it.',
  toWelcome: 'Register an organisation or expert',
  daily: 'Daily',
  off: 'Off',
  language: 'Language of the mail',
  chinese: '中文',
  english: 'English',
  saved: 'Saved.',
  failed: 'Not saved: {message}',
  stop: {
    title: 'Unsubscribe',
    text: 'Press the button, and {email} gets no more of this:',
    button: 'Unsubscribe',
    done: 'You are unsubscribed',
    doneText: '{email} gets no more of this:',
    again: 'To get it again, sign in and switch it on in the notification settings.',
    settings: 'Notification settings',
    home: 'To the start page',
    nothing: 'What this link stops is no longer sent at all',
    nothingText: 'There is nothing left to do.',
    bad: 'This unsubscribe link does not work',
  },
};
export default en;
