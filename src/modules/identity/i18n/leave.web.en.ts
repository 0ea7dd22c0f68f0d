import type { Translated } from '../../../ui/i18n/messages.ts';
import type zhCN from './leave.web.zh-CN.ts';

const en: Translated<typeof zhCN> = {
  title: 'Hand over while away',
  away: '<who>{name}</who> acts for you from <date>{from}</date> to <date>{until}</date>.',
  none: 'You are not away: everything is with you.',
  about:
    'While you are away, new turns and reminders go to your deputy, who can act for you; the cases say so. It comes back to you by itself.',
  acting: '{name} is away until {until}; you act meanwhile.',
  enter: 'Enter a leave',
  end: 'Call off, or back early',
  endNamed: 'Call off: {from} to {until}',
  from: 'First day',
  until: 'Last day',
  deputy: 'Who acts meanwhile',
  noDeputy: 'Nobody of your region has the same role. Please ask an administrator.',
  note: 'Note',
  noteHint: 'E.g. RT-2026-0012 waits for the enterprise; no reminder before Wednesday.',
  list: 'Leaves',
};
export default en;
