import type { Catalog, Messages } from '../../../platform/i18n/languages.ts';
import { confirmationWords, confirmationWordsInEnglish } from './confirmation.ts';
import { disclosureWords, disclosureWordsInEnglish } from './disclosure.ts';
import workEn from './work.en.ts';
import workZh from './work.zh-CN.ts';

/** The reasons for which a need ends, in the words of its page. */
const closeReasons = (words: Messages): Messages =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [`need.closed.${code}`, word]));

/** Notices about needs. Words of the one who acted go along: they are written to the owner alone. */
const mails = {
  'notice.need_turn.title': '需求等我办',
  'notice.need_turn.about': '有需求等您受理或者补充，或者过了期限。',
  'notice.need_news.title': '我的需求有了进展',
  'notice.need_news.about': '公开、结束、并入另一条。',

  'need.mail.subject': '{happened}：{title}',
  'need.mail.text': '{happened}。{next}{said}\n\n需求：{title}（{organisationName}）',
  'need.mail.said': '\n\n{actorName}写道：\n{words}',

  'need.happened.submitted': '有一条需求等您受理',
  'need.happened.returned': '需求退回补充',
  'need.happened.published': '需求已经公开',
  'need.happened.closed': '需求已经结束',
  'need.happened.merged': '需求并入了另一条',
  'need.happened.overdue': '需求过了期限',
  'need.happened.half_time': '提醒：期限过半',
  'need.happened.last_day': '提醒：今天到期',
  'need.happened.paused': '需求的期限暂停了',
  'need.happened.resumed': '暂停结束，期限接着算',

  'need.next.submitted': '请在 {due} 前受理：发布，或者退回并写明缺什么。',
  'need.next.returned': '请在 {due} 前补充，再提交受理。',
  'need.next.published': '现在所有人都看得到，正在参加匹配；{due} 前为您找到候选。',
  'need.next.closed': '原因：{reason}。',
  'need.next.merged': '它和另一条说的是同一件事，以后看那一条；从这条的页面可以过去。',
  'need.next.paused': '到 {until} 自动接着算；原因写在需求页上。',
  'need.wait.submitted': '现在等运营员受理，期限 {due}。请发布，或者退回并写明缺什么。',
  'need.wait.returned': '现在等{organisationName}补充，期限 {due}。请补充后再提交。',
  'need.wait.published': '已经公开，还没有对接，期限 {due}。请看看候选，提出对接。',
  'need.late.submitted': '现在等运营员受理，期限 {due} 已过。请发布，或者退回并写明缺什么。',
  'need.late.returned':
    '现在等{organisationName}补充，期限 {due} 已过。请补充后再提交；不再需要的，写明原因结束。',
  'need.late.published':
    '已经公开，现在没有对接，期限 {due} 已过。请看看候选，提出对接，或者写明原因结束。',
};

const mailsInEnglish: Record<keyof typeof mails, string> = {
  'notice.need_turn.title': 'A need waits for me',
  'notice.need_turn.about': 'A need waits for you to triage it or to say more, or is overdue.',
  'notice.need_news.title': 'What becomes of my needs',
  'notice.need_news.about': 'Published, closed, merged into another.',

  'need.mail.subject': '{happened}: {title}',
  'need.mail.text': '{happened}. {next}{said}\n\nNeed: {title} ({organisationName})',
  'need.mail.said': '\n\n{actorName} wrote:\n{words}',

  'need.happened.submitted': 'A need waits for triage',
  'need.happened.returned': 'Your need was returned for more',
  'need.happened.published': 'Your need is public',
  'need.happened.closed': 'Your need was closed',
  'need.happened.merged': 'Your need was merged into another',
  'need.happened.overdue': 'A need is overdue',
  'need.happened.half_time': 'Reminder: half of the time has passed',
  'need.happened.last_day': 'Reminder: due today',
  'need.happened.paused': 'The clock of a need stands still',
  'need.happened.resumed': 'The pause is over and the clock goes on',

  'need.next.submitted': 'Please publish it by {due}, or return it and say what is missing.',
  'need.next.returned': 'Please say more by {due}, then hand it in again.',
  'need.next.published':
    'Everybody can read it now, and it is being matched; candidates are due by {due}.',
  'need.next.closed': 'The reason: {reason}.',
  'need.next.merged':
    'It says the same as another one, which goes on for both; its page leads there.',
  'need.next.paused': 'It goes on by itself on {until}; the reason stands on the page of the need.',
  'need.wait.submitted':
    'It waits for an operator to triage it by {due}. Please publish it, or return it and say what is missing.',
  'need.wait.returned':
    'It waits for {organisationName} to say more by {due}. Please complete it and hand it in again.',
  'need.wait.published':
    'It is public, without a docking so far, and candidates are due by {due}. Please look at them and propose a docking.',
  'need.late.submitted':
    'It waits for an operator to triage it, and the deadline {due} has passed. Please publish it, or return it and say what is missing.',
  'need.late.returned':
    'It waits for {organisationName} to say more, and the deadline {due} has passed. Please complete it and hand it in again, or close it with the reason if it is no longer needed.',
  'need.late.published':
    'It is public but in no docking now, and the deadline {due} has passed. Please look at the candidates and propose a docking, or close it with the reason.',
};

const patentWords = {
  'patent.kind.invention': '发明',
  'patent.kind.utility_model': '实用新型',
  'patent.kind.design': '外观设计',
  'patent.kind.foreign': '境外专利',
  'patent.status.pending': '审查中',
  'patent.status.granted': '已授权',
  'patent.status.lapsed': '已失效',
};

const patentWordsInEnglish: Record<keyof typeof patentWords, string> = {
  'patent.kind.invention': 'invention',
  'patent.kind.utility_model': 'utility model',
  'patent.kind.design': 'design',
  'patent.kind.foreign': 'foreign',
  'patent.status.pending': 'under examination',
  'patent.status.granted': 'granted',
  'patent.status.lapsed': 'lapsed',
};

export const exchangeMessages: Catalog = {
  'zh-CN': {
    'need.operator': '运营员',
    'need.task.submitted': '受理：发布或者退回',
    'need.task.returned': '补充后再提交',
    'need.task.published': '找候选，提出对接',
    'need.not_public': '这条需求还没有公开。',
    'need.not_editable': '需求已经提交，不能再改。请运营员退回后再补充。',
    'need.open_dockings': '还有 {count} 件对接没有结束，先结束对接再结束需求。',
    'achievement.not_public': '这项成果没有公开。',
    'achievement.merged': '这项成果已经并入另一项，不能再改。请改并入的那项。',
    'achievement.open_dockings': '还有 {count} 件对接在用这项成果，先结束对接再合并。',
    'exchange.merge_itself': '不能并入自己，请选另一条。',
    'exchange.merge_kinds': '需求和成果不能合并。',
    'exchange.merge_ended': '要并入的那条已经结束，请选还开着的一条。',
    'exchange.merge_hides':
      '这条已经公开，要并入的那条还没有。先公开那条，或者反过来，把那条并入这条。',
    'exchange.merge_example': '示例和真实的登记项不能合并。',
    'exchange.merge_words': '两条属于不同单位，请写一句话说明为什么合并。',
    'achievement.price_order': '报价下限高于上限，请对调。',
    'patent.length':
      '专利号 {number} 的位数不对：2003 年 10 月以后是 12 位加校验位，以前是 8 位加校验位。',
    'patent.alphabet': '专利号 {number} 里有不该有的字符，或者种类位不对，请对照证书再填。',
    'patent.check': '专利号 {number} 的校验位对不上，请对照证书再填。',
    'patent.twice': '专利号 {number} 填了两次，删掉一个。',
    ...patentWords,
    'exchange.unknown_code': '地区或行业代码不存在，请重新选择。',
    ...disclosureWords,
    ...confirmationWords,
    ...mails,
    ...closeReasons(workZh.closeReason),
  },
  en: {
    'need.operator': 'the operator',
    'need.task.submitted': 'triage it: publish or return',
    'need.task.returned': 'complete it and hand it in again',
    'need.task.published': 'find candidates and propose a docking',
    'need.not_public': 'This need is not public yet.',
    'need.not_editable':
      'The need has been handed in and cannot be changed. An operator can return it to you first.',
    'need.open_dockings': '{count} dockings are still open. End them before you end the need.',
    'achievement.not_public': 'This achievement is not public.',
    'achievement.merged':
      'This achievement was merged into another and cannot be changed. Change that one instead.',
    'achievement.open_dockings':
      '{count} dockings still use this achievement. End them before you merge it.',
    'exchange.merge_itself': 'It cannot be merged into itself. Please choose another one.',
    'exchange.merge_kinds': 'A need and an achievement cannot be merged.',
    'exchange.merge_ended': 'The one to keep has ended. Please choose one that is still open.',
    'exchange.merge_hides':
      'This one is public, the one to keep is not yet. Publish that one first, or merge it into this one.',
    'exchange.merge_example': 'An example and a real listing cannot be merged.',
    'exchange.merge_words':
      'They belong to different organisations. Please say in a sentence why you merge them.',
    'achievement.price_order': 'The lowest price is above the highest. Please swap them.',
    'patent.length':
      'The patent number {number} has the wrong length: 12 digits and a check character, or 8 and one before October 2003.',
    'patent.alphabet':
      'The patent number {number} has a character that does not belong there. Please compare it with the certificate.',
    'patent.check':
      'The check character of patent number {number} does not fit. Please compare it with the certificate.',
    'patent.twice': 'The patent number {number} is given twice. Please remove one.',
    ...patentWordsInEnglish,
    'exchange.unknown_code': 'There is no such region or industry code. Please choose again.',
    ...disclosureWordsInEnglish,
    ...confirmationWordsInEnglish,
    ...mailsInEnglish,
    ...closeReasons(workEn.closeReason),
  },
};
