import type { Catalog } from '../../../platform/i18n/languages.ts';

/** Mails of the directory. */
export const directoryMailTexts: Catalog = {
  'zh-CN': {
    'notice.claim.title': '认领单位和档案',
    'notice.claim.about': '有人认领等我核实，或者我的认领有了结果。',
    'notice.booking.title': '仪器设施预约',
    'notice.booking.about': '有人想用我们的设施，或者我的预约有了答复。',
    'directory.mail.claim.submitted.subject': '有人认领“{title}”，等您核实',
    'directory.mail.claim.submitted.text':
      '{claimant}认领“{title}”，并交了凭证。请在{due}前核实：同意，或者说明原因不同意。\n\n他写道：{words}',
    'directory.mail.claim.overdue.subject': '认领“{title}”过期了',
    'directory.mail.claim.overdue.text':
      '{claimant}对“{title}”的认领应当在{due}前答复，现在已经过期。请尽快处理。',
    'directory.mail.claim.approved.subject': '“{title}”的认领通过了',
    'directory.mail.claim.approved.text': '运营员核实了您的认领，现在由您管理“{title}”。{answer}',
    'directory.mail.claim.refused.subject': '“{title}”的认领没有通过',
    'directory.mail.claim.refused.text': '运营员没有同意您对“{title}”的认领。原因：{answer}',
    'directory.mail.booking.requested.subject': '{booker}想用“{title}”，等您确认',
    'directory.mail.booking.requested.text':
      '{booker}想在{from}至{until}使用“{title}”。请在{due}前确认，或者说明原因谢绝。\n\n用途：{words}',
    'directory.mail.booking.overdue.subject': '预约“{title}”还没有答复',
    'directory.mail.booking.overdue.text':
      '{booker}想在{from}至{until}使用“{title}”，应当在{due}前答复，现在已经过期。请尽快处理。',
    'directory.mail.booking.confirmed.subject': '“{title}”的预约定下来了',
    'directory.mail.booking.confirmed.text':
      '“{title}”在{from}至{until}的预约已经确认，使用人是{booker}。{answer}',
    'directory.mail.booking.refused.subject': '“{title}”的预约没有通过',
    'directory.mail.booking.refused.text':
      '“{title}”在{from}至{until}的预约没有通过。原因：{answer}',
    'directory.mail.booking.cancelled.subject': '“{title}”的预约取消了',
    'directory.mail.booking.cancelled.text':
      '{booker}对“{title}”在{from}至{until}的预约已经取消。原因：{answer}',
    'directory.mail.organisation.person_removed.subject': '您不再是“{title}”的成员',
    'directory.mail.organisation.person_removed.text':
      '{by}把您从“{title}”的成员里移出了。{answer}\n\n如果有误，请联系平台运营员。',
    'people.mail.invite.subject': '{name}请您代表“{organisation}”',
    'people.mail.invite.text':
      '您好：\n\n{name}请您在融通上代表“{organisation}”。请用 {email} 登录或者注册，再打开下面的链接接受邀请；链接 {days} 天内有效。\n\n{link}\n\n如果您不认识这家单位，不用理会这封邮件。\n',
  },
  en: {
    'notice.claim.title': 'Ownership claims',
    'notice.claim.about': 'A claim waits for my decision, or mine was decided.',
    'notice.booking.title': 'Bookings of facilities',
    'notice.booking.about': 'Somebody would like to use our facility, or my booking was answered.',
    'directory.mail.claim.submitted.subject': '“{title}” is claimed and waits for you',
    'directory.mail.claim.submitted.text':
      '{claimant} claims “{title}” and handed in evidence. Please grant it, or refuse it with a reason, by {due}.\n\nIn their words: {words}',
    'directory.mail.claim.overdue.subject': 'The claim of “{title}” is overdue',
    'directory.mail.claim.overdue.text':
      'The claim of “{title}” by {claimant} should have been answered by {due}. Please decide it soon.',
    'directory.mail.claim.approved.subject': 'Your claim of “{title}” was granted',
    'directory.mail.claim.approved.text':
      'An operator checked your claim; “{title}” is now yours to keep. {answer}',
    'directory.mail.claim.refused.subject': 'Your claim of “{title}” was refused',
    'directory.mail.claim.refused.text':
      'An operator did not grant your claim of “{title}”. The reason: {answer}',
    'directory.mail.booking.requested.subject': '{booker} would like to use “{title}”',
    'directory.mail.booking.requested.text':
      '{booker} would like to use “{title}” from {from} to {until}. Please confirm it, or refuse it with a reason, by {due}.\n\nWhat for: {words}',
    'directory.mail.booking.overdue.subject': 'A booking of “{title}” waits for an answer',
    'directory.mail.booking.overdue.text':
      '{booker} would like to use “{title}” from {from} to {until}; it should have been answered by {due}. Please decide it soon.',
    'directory.mail.booking.confirmed.subject': 'The booking of “{title}” stands',
    'directory.mail.booking.confirmed.text':
      '“{title}” is booked from {from} to {until} for {booker}. {answer}',
    'directory.mail.booking.refused.subject': 'The booking of “{title}” was refused',
    'directory.mail.booking.refused.text':
      'The booking of “{title}” from {from} to {until} was refused. The reason: {answer}',
    'directory.mail.booking.cancelled.subject': 'The booking of “{title}” was cancelled',
    'directory.mail.booking.cancelled.text':
      'The booking of “{title}” from {from} to {until} by {booker} was cancelled. The reason: {answer}',
    'directory.mail.organisation.person_removed.subject': 'You no longer act for “{title}”',
    'directory.mail.organisation.person_removed.text':
      '{by} took you out of the members of “{title}”. {answer}\n\nIf this is wrong, please write to an operator.',
    'people.mail.invite.subject': '{name} asks you to act for “{organisation}”',
    'people.mail.invite.text':
      'Hello,\n\n{name} asks you to act for “{organisation}” on Rongtong. Please sign in or sign up as {email}, then open this link to accept; it holds for {days} days.\n\n{link}\n\nIf you do not know this organisation, you need not do anything.\n',
  },
};
