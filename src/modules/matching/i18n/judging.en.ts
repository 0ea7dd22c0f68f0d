import type { Translated } from '../../../ui/i18n/messages.ts';
import type zhCN from './judging.zh-CN.ts';

export default {
  useful: 'Useful',
  notUseful: 'Not useful',
  usefulNamed: 'Useful: {title}',
  notUsefulNamed: 'Not useful: {title}',
  undo: 'Undo',
  undoNamed: 'Take back what you said of “{title}”',
  said: {
    useful: 'You find this useful.',
    not_useful: 'You find this not useful: {reason}.',
    hidden: 'You find this not useful: {reason}. It will not be listed again.',
  },
  kept: 'Noted.',
  undone: 'Taken back.',
  failed: 'Not noted: {message}',
  others: '{role}: {verdict}',
  roles: { owner: 'Whose need it is', broker: 'Broker', operator: 'Operator', docking: 'Docking' },
  verdicts: {
    useful: 'useful',
    not_useful: 'not useful',
    withdrawn: 'taken back',
    contacted: 'both sides were contacted',
    contracted: 'a contract was signed',
  },
  form: {
    title: 'Why is it not useful?',
    intro: '“{title}”',
    reason: 'Reason',
    words: 'More about it',
    submit: 'Note it',
    noteOwner: 'It is not listed for you again; those who handle the need see the reason.',
    note: 'It only informs the ranking; whose need it is sees the reason.',
  },
  reasons: {
    not_my_problem: 'Not this problem',
    description_unclear: 'The description is unclear',
    route_unclear: 'The technical route is unclear',
    too_early: 'The technology is too early',
    budget: 'The budget does not fit',
    region: 'The region does not fit',
    capacity: 'They have no capacity',
    already_known: 'Already known',
    conflict: 'Competition or a conflict of interest',
    other: 'Other (please say)',
  },
} satisfies Translated<typeof zhCN>;
