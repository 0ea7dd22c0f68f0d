import type { mails as mailsInChinese, reasons as reasonsInChinese } from './zh-CN.ts';

export const reasons: Record<keyof typeof reasonsInChinese, string> = {
  'docking.asker_only': 'This step is for the organisation that has the need.',
  'docking.responder_only': 'This step is for the side that answers.',
  'docking.broker_only': 'This step is for the broker of this case.',
  'docking.party_only': 'Only the two sides of this case and those who run it can do this.',
  'docking.has_broker': 'This case already has a broker, or it lies outside your region.',
  'docking.same_broker': 'This broker already has the case.',
  'docking.not_a_broker': 'Please choose somebody who is a broker of this region today.',
  'docking.no_broker': 'Nobody brokers this case yet. A broker has to take it first.',
  'docking.step_done': 'This step is already behind you.',
  'docking.accepted_already':
    'It has been accepted and can no longer be declined. To stop, end the case and say why.',
  'docking.not_yet.recordContact': 'The first contact comes after the other side has accepted.',
  'docking.not_yet.recordMeeting': 'Contact both sides first; record the meeting once it was held.',
  'docking.not_yet.startNegotiation': 'Negotiation starts after both sides have met.',
  'docking.not_yet.recordContract':
    'A contract can be recorded once negotiation has started and both sides have signed.',
  'docking.not_yet.startDelivery': 'Delivery starts after the contract has been recorded.',
  'docking.not_yet.complete': 'Acceptance comes after delivery has started.',
  'docking.no_contract': 'Payments can be recorded after the contract.',
  'docking.ended_long_ago': 'The case ended {days} days ago or more; messages are closed.',
  'docking.your_turn': 'It is your own turn, so there is nobody to remind.',
  'docking.reminded_today': 'A reminder has already been sent this working day.',
  'docking.need_not_open': 'This need is not public, or it has ended.',
  'docking.offer_not_open': 'This achievement has been taken down.',
  'docking.same_organisation': 'The need and the offer belong to the same organisation.',
  'docking.declined_before':
    'The other side declined in {number}. A broker or an operator can try again for you.',
  'docking.already_open': 'These two are already in a case: {number}.',
  'docking.held_in_future': 'The day of the meeting has not come. Record it once it was held.',
  'docking.signed_in_future': 'The day of signing has not come. Record it once it is signed.',
  'docking.technology_amount': 'The technology amount cannot exceed the amount of the contract.',
  'docking.deliver_by_past': 'The agreed day of delivery is past. Please choose another.',
  'docking.paid_in_future': 'The day of payment has not come. Record it once it is paid.',
  'docking.paid_too_much':
    'All payments together would exceed the contract; at most {left} can still be recorded.',
  'docking.funnel_period': 'The first day is after the last. Please swap them.',
  'docking.system': 'the system',
  'docking.former_account': 'a closed account',
  'docking.operators': 'the operators',
};

export const mails: Record<keyof typeof mailsInChinese, string> = {
  'notice.case_turn.title': 'It is my turn in a case',
  'notice.case_turn.about': 'It is your turn, somebody reminds you, or a case is overdue.',
  'notice.case_news.title': 'News of my cases',
  'notice.case_news.about':
    'Messages, a broker who takes a case, a case declined, completed or ended.',

  'docking.mail.subject': '{number}: {happened}',
  'docking.mail.text':
    '{happened}. {next}\n\nProblem: {needTitle} ({askerName})\nAnswer: {offerTitle} ({responderName})',
  'docking.mail.your_turn': 'It is now your turn to {task}, please by {due}.',
  'docking.mail.your_turn_open': 'It is now your turn to {task}.',
  'docking.mail.no_turn': 'What happened and why stands on the page of the case.',
  'docking.mail.paused':
    'It goes on by itself on {until}; what is awaited and why stands on the page of the case.',
  'docking.mail.your_turn_late':
    'It was your turn to {task}; the deadline {due} has passed and the operators were told. It goes on as soon as you act; if you wait for something outside, please pause it with the reason.',
  'docking.mail.late':
    'It waits for {waitingFor} to {task}, and the deadline {due} has passed. Please see what it is stuck on.',

  'docking.happened.proposed': 'A docking was proposed',
  'docking.happened.accepted': 'The docking was accepted',
  'docking.happened.declined': 'The docking was declined',
  'docking.happened.taken': 'A broker took the case',
  'docking.happened.contacted': 'Both sides were contacted',
  'docking.happened.met': 'Both sides have met',
  'docking.happened.negotiation_started': 'Negotiation has started',
  'docking.happened.contracted': 'The contract was recorded',
  'docking.happened.delivery_started': 'Delivery has started',
  'docking.happened.completed': 'The delivery was accepted and the case is complete',
  'docking.happened.failed': 'The case was ended',
  'docking.happened.message_posted': 'There is a new message',
  'docking.happened.reminded': 'Somebody asks you to act',
  'docking.happened.overdue': 'A case is overdue',
  'docking.happened.half_time': 'Reminder: half of the time has passed',
  'docking.happened.last_day': 'Reminder: due today',
  'docking.happened.paused': 'The clock stands still',
  'docking.happened.resumed': 'The pause is over and the clock goes on',

  'docking.task.proposed': 'say whether you accept',
  'docking.task.accepted': 'make the first contact with both sides',
  'docking.task.contacted': 'arrange a meeting of both sides',
  'docking.task.met': 'decide whether to negotiate',
  'docking.task.negotiating': 'bring about the contract and record it',
  'docking.task.contracted': 'start to deliver and name the day of delivery',
  'docking.task.delivering': 'deliver as agreed',
  'docking.task.no_broker': 'find a broker for this case',
};
