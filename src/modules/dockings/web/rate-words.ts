import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Small, and shown on public pages: with both languages. */
export const rateWords = defineMessages(
  'responseRate',
  {
    title: '按时答复率',
    titleOf: '{name}的按时答复率',
    rate: '{rate}：向它提出的 {proposals} 件对接里，{inTime} 件按时答复（接受或谢绝都算）。',
    few: '还不够算：只有 {proposals} 件到了该答复的时候，满 3 件才给比例。',
    rule: '{from} 至 {asOf}，截至 {asOf}。没到期的和对方先撤回的不算。',
  },
  () =>
    Promise.resolve({
      default: {
        title: 'Answers in time',
        titleOf: 'How often {name} answers in time',
        rate: '{rate}: {inTime} of {proposals} proposals to it were answered in time, with a yes or a no.',
        few: 'Not enough yet: {proposals} proposals were due for an answer; a share is given from 3.',
        rule: '{from} to {asOf}, as of {asOf}. Those not yet due, or taken back by the other side, are left out.',
      },
    }),
);
