import type {
  contentMails as mailsInChinese,
  contentReasons as inChinese,
} from './content.zh-CN.ts';

export const contentReasons: Record<keyof typeof inChinese, string> = {
  'docking.meeting_later': 'Meetings can be called once the other side has accepted.',
  'docking.plan_later': 'Milestones can be planned once the contract is recorded.',
  'docking.registration_later':
    'After signing, the seller registers it at the venue; the papers are put together here.',
  'docking.meeting_where': 'Please say where, or give the link of the video meeting.',
  'docking.meeting_ends_first': 'The end must come after the beginning.',
  'docking.meeting_too_long': 'A meeting lasts {hours} hours at most. Please check the days.',
  'docking.meeting_past': 'This time is past. A meeting that was held is recorded as such.',
  'docking.meeting_cancelled': 'This meeting was called off. Please arrange another.',
  'docking.meeting_held': 'The minutes of this meeting are written; it can no longer be changed.',
  'docking.meeting_not_yet':
    'The meeting has not begun. Write who came and the minutes after that.',
  'docking.meeting_not_yours': 'Whoever called this meeting, or the broker, can change it.',
  'docking.meeting_not_invited':
    'You are not asked to this meeting. To come, write to whoever called it.',
  'docking.meeting_people':
    'Only accounts of the two sides and the broker can be asked. Please choose again.',
  'docking.meeting_nobody': 'There must be two people at least.',
  'docking.meeting_no_minutes': 'Write who came and the minutes first.',
  'docking.meeting_or_facts':
    'Choose a meeting with minutes, or enter the day, the place and how many came.',
  'docking.minutes_yours': 'Your side wrote these minutes; the other side confirms them.',
  'docking.minutes_confirmed': 'Your side has confirmed already.',
  'docking.milestone_fixed':
    'This milestone is being looked at or accepted and cannot be changed. Please read the page anew.',
  'docking.milestones_many': 'There can be {most} milestones at most. Please join some.',
  'docking.milestone_past': 'The day of a milestone is past. Please choose another.',
  'docking.milestone_paid':
    'A milestone with payments stays, with an amount no less than what was paid.',
  'docking.milestones_too_much':
    'The milestones together come to more than the contract. Please lower them.',
  'docking.milestones_open': '{count} more to accept; the case completes with the last one.',
  'docking.last_delivery': 'No milestone comes after this one. Please complete the case instead.',
  'docking.delivery_waits': 'A delivery waits to be accepted. Go on after that.',
  'docking.which_milestone': 'Please choose which milestone is delivered.',
  'docking.paid_over_milestone': 'At most {left} can still be recorded for this milestone.',
  'docking.technology_sum':
    'The amount less what was taken off is not the technology amount given. Please check.',
  'docking.period_ends_first': 'The period cannot end before it begins.',
  'docking.unknown_region': 'Please choose a region that exists today.',
  'docking.registered_in_future':
    'The day of registration has not come. Record it once it has a number.',
  'docking.registered_before_signing':
    'The day of registration is before that of signing. Please check the certificate.',
  'docking.registration_incomplete': 'The papers still lack: {missing}. Download them after that.',
  'docking.rate_later': 'Both sides rate after the end; both are read at once.',
  'docking.rate_nothing': 'The two never dealt with each other, so there is nothing to rate.',
  'docking.rated': 'Your side has rated already.',
  'docking.rate_over': 'The case ended {days} days ago or more; ratings are closed.',
  'docking.not_yet.deliver': 'Delivering comes after delivery has started.',
  'docking.not_yet.acceptDelivery': 'Accepting comes after the other side has delivered.',
  'docking.not_yet.returnDelivery': 'Sending back comes after the other side has delivered.',
  'docking.due.title': '{number} due: waits for {name}',
  'docking.due.text': 'Problem: {need} ({asker})\nAnswer: {offer} ({responder})',
  'docking.meeting.title': '{number} meeting: {askerName} and {responderName}',
  'docking.meeting.text': '{agenda}\n\nAsked: {people}\n\nSay here whether you come: {link}',
  'docking.meeting.organizer': 'Rongtong',
};

export const contentMails: Record<keyof typeof mailsInChinese, string> = {
  'docking.mail.meeting':
    '{happened}: {begins}, {place}. Please say on the page of the case whether you come; the attachment is for your calendar.\n\nSides: {askerName}, {responderName}',
  'notice.case_meeting.title': 'Meetings I am asked to',
  'notice.case_meeting.about':
    'You are asked to a meeting, it moves, or it is called off. The mail carries the date.',
  'docking.happened.delivered': 'The work was delivered; please look at it',
  'docking.happened.delivery_accepted': 'A milestone was accepted',
  'docking.happened.delivery_returned': 'The delivery was sent back',
  'docking.happened.registered': 'The registration number was recorded',
  'docking.happened.both_rated': 'Both sides have rated and can read it',
  'docking.happened.files_added': 'There are new files',
  'docking.happened.milestones_planned': 'The milestones were planned',
  'docking.happened.minutes_recorded': 'The minutes are written; please see whether they are right',
  'docking.happened.meeting_proposed': 'You are asked to a meeting',
  'docking.happened.meeting_changed': 'A meeting was changed',
  'docking.happened.meeting_cancelled': 'A meeting was called off',
  'docking.task.delivered': 'look at what was delivered',
};
