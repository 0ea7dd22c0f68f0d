import type { DockingDetail } from './queries.ts';
import {
  caseCommands,
  isCaseCommand,
  type CaseCommandName,
  type MeetingCommand,
} from './case-commands.ts';
import type { DockingStatus } from '../domain/docking.workflow.ts';

/** The step that takes a case on from each state. */
export const nextCommand: Partial<Record<DockingStatus, CaseCommandName>> = {
  proposed: 'accept',
  accepted: 'recordContact',
  contacted: 'recordMeeting',
  met: 'startNegotiation',
  negotiating: 'recordContract',
  contracted: 'startDelivery',
  delivering: 'deliver',
  delivered: 'complete',
};

/** Whether the reader may do this with this meeting now. */
export function mayWithMeeting(docking: DockingDetail, name: MeetingCommand, id: string): boolean {
  const meeting = docking.meetings.find((each) => each.id === id);
  return (name === 'recordMinutes' ? meeting?.mayRecord : meeting?.mayChange) === true;
}

/** What takes this very case on: what is allowed may differ from what the state alone says. */
function nextOf(docking: DockingDetail, allowed: readonly CaseCommandName[]) {
  const { status, meetings } = docking;
  const isArranged = meetings.some((meeting) => meeting.status !== 'cancelled');
  if (status === 'contacted' && !isArranged && allowed.includes('proposeMeeting'))
    return 'proposeMeeting';
  if (status === 'delivered' && allowed.includes('acceptDelivery')) return 'acceptDelivery';
  if (status === 'delivering' && !allowed.includes('deliver')) return 'complete';
  if (status === 'completed' || status === 'failed') return 'rate';
  return nextCommand[status];
}

/** One letter for each command, on the page of a case and on the desk, where J, K, O and Q go about. */
export const shortcutOf: Partial<Record<CaseCommandName, string>> = {
  accept: 'A',
  take: 'T',
  assign: 'B',
  recordContact: 'L',
  recordMeeting: 'H',
  proposeMeeting: 'I',
  startNegotiation: 'N',
  recordContract: 'S',
  startDelivery: 'E',
  complete: 'W',
  recordPayment: 'P',
  remind: 'C',
  postMessage: 'M',
  pause: 'Z',
  resume: 'Z',
  addFiles: 'U',
  planMilestones: 'G',
  deliver: 'F',
  acceptDelivery: 'Y',
  returnDelivery: 'V',
  rate: 'R',
  decline: 'D',
  end: 'X',
};

/** Who does it, for those who never can. */
export const doerOf: Partial<
  Record<CaseCommandName, 'asker' | 'responder' | 'broker' | 'parties' | 'deliverers'>
> = {
  accept: 'responder',
  recordContact: 'broker',
  recordMeeting: 'broker',
  startNegotiation: 'parties',
  recordContract: 'broker',
  startDelivery: 'deliverers',
  recordPayment: 'parties',
  complete: 'asker',
  deliver: 'responder',
  acceptDelivery: 'asker',
  planMilestones: 'parties',
};

/** They stand beside the papers that they are about. */
const elsewhere = new Set<CaseCommandName>(['prepareRegistration', 'recordRegistration']);

/** The states from which on it helps to know that something cannot be done yet; of the rest always. */
const toldIn: Partial<Record<CaseCommandName, readonly DockingStatus[]>> = {
  proposeMeeting: [],
  addFiles: [],
  returnDelivery: [],
  recordRegistration: [],
  deliver: ['contracted'],
  acceptDelivery: ['delivering'],
  planMilestones: ['negotiating'],
  prepareRegistration: ['met', 'negotiating'],
};

/** Allowed commands, the first being the one that takes the case on (or, out of turn, reminds). */
export function allowedCommands(docking: DockingDetail): CaseCommandName[] {
  const allowed = docking.actions.flatMap(({ action, allowed: may }) =>
    may && isCaseCommand(action) ? [action] : [],
  );
  const { contract, payments } = docking;
  const paid = payments.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const isPaid = contract !== null && paid >= contract.amountFen;
  // To decline is how the one who was asked ends it; two buttons for one thing would only puzzle.
  const mayDecline = allowed.includes('decline');
  const next = nextOf(docking, allowed);
  const weight = (name: CaseCommandName): number => {
    if (name === 'take' || (name === 'assign' && docking.brokerName === null)) return -2;
    if (name === 'remind') return docking.myTurn ? 1 : -1;
    if (name === next) return docking.myTurn ? -1 : 0;
    if (name === 'decline') return 0;
    return 2 + caseCommands.indexOf(name);
  };
  return allowed
    .filter(
      (name) =>
        !elsewhere.has(name) &&
        !(mayDecline && name === 'end') &&
        !(isPaid && name === 'recordPayment'),
    )
    .toSorted((a, b) => weight(a) - weight(b));
}

export type RefusedCommand = {
  name: CaseCommandName;
  /** It is for others; their side is then named. */
  notMine: boolean;
  reasons: string[];
};

/** Over for good, or said already by something else on the page. */
const past = new Set([
  'docking.step_done',
  'docking.accepted_already',
  'docking.has_broker',
  'docking.your_turn',
  'workflow.ended',
  'clock.runs',
  'clock.none',
  'clock.paused_already',
  'docking.last_delivery',
  'docking.delivery_waits',
  'docking.rated',
  'docking.rate_nothing',
  'docking.rate_over',
]);
const isAboutRole = (code: string): boolean => code.startsWith('policy.') || code.endsWith('_only');

/**
 * What may not be done now, in the order of the work, with the reasons as the server words them.
 * What is behind the case is left out, and of the steps of others only the reasons of time stay.
 */
export function refusedCommands(docking: DockingDetail): RefusedCommand[] {
  const next = nextCommand[docking.status];
  return caseCommands.flatMap((name) => {
    const offer = docking.actions.find(({ action }) => action === name);
    if (!offer || offer.allowed || offer.reasons.some(({ code }) => past.has(code))) return [];
    if (toldIn[name]?.includes(docking.status) === false) return [];
    const notMine = offer.reasons.some(({ code }) => isAboutRole(code));
    if (notMine && doerOf[name] === undefined) return [];
    const ofTime = offer.reasons.filter(({ code }) => !isAboutRole(code));
    if (ofTime.length === 0 && name !== next) return [];
    const said = ofTime.length > 0 ? ofTime : offer.reasons;
    return [{ name, notMine, reasons: [...new Set(said.map(({ message }) => message))] }];
  });
}
