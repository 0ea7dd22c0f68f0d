/** Reasons and notices about confirming listings, and about visits. */
export const confirmationWords = {
  'notice.confirmation.title': '登记项要确认有效',
  'notice.confirmation.about': '您的需求或成果快到期没有确认，或者已经因此先隐藏。',
  'confirmation.mail.due.subject': '请确认还有效：{title}',
  'confirmation.mail.due.text':
    '“{title}”还有效吗？打开页面点“确认有效”就行。到 {day} 还没有确认，就先不给别人看，不会删除。',
  'confirmation.mail.lapsed.subject': '没有确认，先隐藏了：{title}',
  'confirmation.mail.lapsed.text':
    '“{title}”到 {day} 没有确认，现在别人看不到、搜不到，也不参加匹配。没有删除：打开页面点“确认有效”，马上恢复。',
  'not_found.visit': '没有这条走访记录，或者您不能看。',
  'visit.future': '走访日期不能在今天以后。',
  'notice.visit.title': '走访写成了需求草稿',
  'notice.visit.about': '来走访的人替您单位写了一条需求草稿，等您确认后提交。',
  'visit.mail.subject': '走访以后替你们写了一条需求草稿：{title}',
  'visit.mail.text':
    '{day} {visitors}来走访以后，{recorder}按当时说的写了一条需求草稿：“{title}”。\n\n请看一遍，改到对为止，再提交受理。没有您提交，别人看不到它。',
};

export const confirmationWordsInEnglish: Record<keyof typeof confirmationWords, string> = {
  'notice.confirmation.title': 'Listings to confirm',
  'notice.confirmation.about':
    'One of your needs or achievements has to be confirmed soon, or was hidden because it was not.',
  'confirmation.mail.due.subject': 'Does it still hold? {title}',
  'confirmation.mail.due.text':
    'Does “{title}” still hold? Open its page and press “Confirm”. If nobody has by {day}, others no longer see it; nothing is deleted.',
  'confirmation.mail.lapsed.subject': 'Hidden for now, not confirmed: {title}',
  'confirmation.mail.lapsed.text':
    '“{title}” was not confirmed by {day}: others do not see or find it now, and it is not matched. Nothing was deleted: open its page and press “Confirm”, and it is back at once.',
  'not_found.visit': 'There is no such visit record, or you may not see it.',
  'visit.future': 'The day of a visit cannot lie in the future.',
  'notice.visit.title': 'A visit became a draft',
  'notice.visit.about':
    'Somebody who visited your organisation drafted a need for you; it waits for you to hand it in.',
  'visit.mail.subject': 'A need drafted for you after a visit: {title}',
  'visit.mail.text':
    'After the visit of {visitors} on {day}, {recorder} drafted a need from what was said: “{title}”.\n\nPlease read it, change it until it is right, and hand it in. Nobody else sees it until you do.',
};
