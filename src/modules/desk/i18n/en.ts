import type { Translated } from '../../../ui/i18n/messages.ts';
import type zhCN from './zh-CN.ts';

const en: Translated<typeof zhCN> = {
  title: 'What is stuck',
  sentence:
    '{count} things are stuck with {holders} holders: <over>{over} overdue</over>, {silent} silent.',
  sentenceOver: '{count} things are stuck with {holders} holders, <over>all overdue</over>.',
  sentenceSilent: '{count} things are silent, with {holders} holders.',
  none: 'Nothing is stuck.',
  noneText: 'What is overdue, or without a sign for {days} days, stands here by its holder.',
  about:
    'Overdue first, by due time; {days} days without a sign count too. What is paused has a reason and is not here. As of {at}.',
  more: 'Only the 200 most urgent of each kind are listed.',
  filter: 'Which',
  kind: {
    all: 'All',
    docking: 'Cases',
    need: 'Needs',
    claim: 'Claims',
    booking: 'Bookings',
    dispatch: 'Dispatches',
    report: 'Reports',
  },
  holder: '{name}: {count}',
  silent: 'no sign since {day}',
  action: { remind: 'Remind', assign: 'Give to another', pause: 'Pause', open: 'Open' },
  named: '{action}: {title}',
};
export default en;
