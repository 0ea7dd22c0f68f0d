/** Reasons and mails about closed parts of listings. */
export const disclosureWords = {
  'not_found.disclosure': '没有这条申请。',
  'listing.tier.public': '全部公开',
  'listing.tier.members': '会员可见',
  'listing.tier.on_request': '同意后可见',
  'disclosure.closed': '这部分没有对您公开。',
  'disclosure.not_asked': '这部分不用申请：要么已经公开，要么登记单位或专家以后就看得到。',
  'disclosure.own': '这是您自己单位的，不用申请。',
  'disclosure.asked_already': '已经申请过了，正在等对方答复。',
  'disclosure.granted_already': '已经同意了。要改日期，先收回再同意。',
  'disclosure.until': '日期要从今天起、一年以内。',
  'disclosure.decided': '这条申请已经答复过了。',
  'disclosure.not_granted': '现在没有生效的同意可以收回。',

  'notice.disclosure.title': '不公开的部分',
  'notice.disclosure.about': '有人想看您不公开的部分；您申请的，对方答复了。',
  'disclosure.mail.asked.subject': '有人想看不公开的部分：{title}',
  'disclosure.mail.asked.text':
    '{who}想看“{title}”不公开的部分，写道：\n{words}\n\n同意（写明到哪天）或者谢绝（写一句原因）。',
  'disclosure.mail.granted.subject': '对方同意了：{title}',
  'disclosure.mail.granted.text':
    '您可以看“{title}”不公开的部分，到 {until} 为止。每次打开都有记录，对方看得到。',
  'disclosure.mail.refused.subject': '对方没有同意：{title}',
  'disclosure.mail.refused.text': '对方没有同意您看“{title}”不公开的部分，原因：\n{words}',
  'disclosure.mail.revoked.subject': '对方收回了同意：{title}',
  'disclosure.mail.revoked.text': '“{title}”不公开的部分不再对您开放，原因：\n{words}',
};

export const disclosureWordsInEnglish: Record<keyof typeof disclosureWords, string> = {
  'not_found.disclosure': 'There is no such question.',
  'listing.tier.public': 'Open to all',
  'listing.tier.members': 'Members only',
  'listing.tier.on_request': 'After consent',
  'disclosure.closed': 'This part is not open to you.',
  'disclosure.not_asked':
    'There is nothing to ask for: this part is open, or becomes so once you register an organisation or as an expert.',
  'disclosure.own': 'It belongs to your own organisation: you need not ask.',
  'disclosure.asked_already': 'You have asked already; the owner has not answered yet.',
  'disclosure.granted_already':
    'Consent was given already. To change the day, take it back first, then consent again.',
  'disclosure.until': 'The day must be from today on and within a year.',
  'disclosure.decided': 'This question has been answered already.',
  'disclosure.not_granted': 'There is no consent now that could be taken back.',

  'notice.disclosure.title': 'Closed parts',
  'notice.disclosure.about':
    'Somebody asks to see the closed part of your listing, or the owner of one has answered you.',
  'disclosure.mail.asked.subject': 'Somebody asks to see the closed part: {title}',
  'disclosure.mail.asked.text':
    '{who} asks to see the closed part of “{title}” and wrote:\n{words}\n\nConsent until a day, or refuse with a sentence.',
  'disclosure.mail.granted.subject': 'You may see more: {title}',
  'disclosure.mail.granted.text':
    'You may see the closed part of “{title}” until {until}. Each opening is kept and shown to the owner.',
  'disclosure.mail.refused.subject': 'The owner refused: {title}',
  'disclosure.mail.refused.text':
    'The owner does not let you see the closed part of “{title}”. The reason:\n{words}',
  'disclosure.mail.revoked.subject': 'Consent was taken back: {title}',
  'disclosure.mail.revoked.text':
    'The closed part of “{title}” is no longer open to you. The reason:\n{words}',
};
