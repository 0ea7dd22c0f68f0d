/** Every command on a case that has a form; the order is that of the work. */
export const caseCommands = [
  'accept',
  'take',
  'assign',
  'recordContact',
  'recordMeeting',
  'startNegotiation',
  'recordContract',
  'prepareRegistration',
  'recordRegistration',
  'startDelivery',
  'planMilestones',
  'deliver',
  'acceptDelivery',
  'returnDelivery',
  'complete',
  'recordPayment',
  'rate',
  'remind',
  'postMessage',
  'proposeMeeting',
  'addFiles',
  'pause',
  'resume',
  'decline',
  'end',
] as const;
export type CaseCommandName = (typeof caseCommands)[number];

export const isCaseCommand = (name: string | undefined): name is CaseCommandName =>
  caseCommands.some((command) => command === name);

/** Commands on one meeting of the case; they stand beside it, not in the list. */
export const meetingCommands = ['changeMeeting', 'cancelMeeting', 'recordMinutes'] as const;
export type MeetingCommand = (typeof meetingCommands)[number];

export const isMeetingCommand = (name: string | undefined): name is MeetingCommand =>
  meetingCommands.some((command) => command === name);
