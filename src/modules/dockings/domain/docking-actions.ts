import {
  shiftDate,
  beijingDate,
  workingDaysBetween,
  type WorkCalendar,
} from '../../../kernel/calendar.ts';
import type { Refusal } from '../../../kernel/errors.ts';
import type { Decision } from '../../../kernel/policy.ts';
import { pauseRefusals, resumeRefusals } from '../../../kernel/step-clock.ts';
import { offerOf, type AvailableAction } from '../../../kernel/workflow.ts';
import {
  dockingStages,
  dockingWorkflow,
  stageOf,
  type DockingAction,
  type DockingFacts,
  type DockingStatus,
} from './docking.workflow.ts';
import { arrangeRefusals } from './meeting.ts';
import type { DockingSide } from './docking-turn.ts';
import { planRefusals } from './milestone-plan.ts';
import { ratingRefusals } from './rating.ts';

/** Calendar days after the end during which the parties may still write to each other. */
export const MESSAGE_DAYS_AFTER_END = 30;

const ended: Refusal = { code: 'workflow.ended' };
const isOpen = (status: DockingStatus) => !dockingWorkflow.isFinal(status);
/** How far along a status is; a case that ended without success is nowhere. */
const progress = (status: DockingStatus): number => {
  const stage = stageOf(status);
  return stage === null ? -1 : dockingStages.indexOf(stage) + (status === stage ? 0 : 0.5);
};
const ifOpen = ({ status }: { status: DockingStatus }, refusals: Refusal[]): Refusal[] =>
  isOpen(status) ? refusals : [ended];

/**
 * Reasons against a step, permission aside, in the words of this work: that it is behind us, or what
 * must come before it.
 */
export function stepRefusals(action: DockingAction, docking: DockingFacts, now: Date): Refusal[] {
  return dockingWorkflow.refusals(action, docking, now).map((reason) => {
    if (reason.code !== 'workflow.not_now') return reason;
    if (action === 'decline') return { code: 'docking.accepted_already' };
    if (action === 'deliver' && docking.status === 'delivered')
      return { code: 'docking.delivery_waits' };
    const { from } = dockingWorkflow.transitions[action];
    const isBehind = progress(docking.status) > Math.max(...from.map(progress));
    return { code: isBehind ? 'docking.step_done' : `docking.not_yet.${action}` };
  });
}

export const takeRefusals = (docking: DockingFacts): Refusal[] => {
  if (!isOpen(docking.status)) return [ended];
  return docking.brokerId === null ? [] : [{ code: 'docking.has_broker' }];
};

/** Another broker, or the first one; not the one it has. */
export const assignRefusals = (docking: DockingFacts, brokerId?: string): Refusal[] => {
  if (!isOpen(docking.status)) return [ended];
  return brokerId !== undefined && docking.brokerId === brokerId
    ? [{ code: 'docking.same_broker' }]
    : [];
};

/** Payments may follow the work, so a completed case still takes them. */
export const paymentRefusals = ({ status }: { status: DockingStatus }): Refusal[] => {
  if (status === 'declined' || status === 'failed') return [ended];
  return progress(status) >= progress('contracted') ? [] : [{ code: 'docking.no_contract' }];
};

/** The papers may be prepared, and the number recorded, from the contract on. */
export const registrationRefusals = (docking: { status: DockingStatus }): Refusal[] =>
  paymentRefusals(docking).map((reason) =>
    reason.code === 'docking.no_contract' ? { code: 'docking.registration_later' } : reason,
  );

export const messageRefusals = (docking: { endedAt: Date | null }, now: Date): Refusal[] =>
  docking.endedAt === null ||
  beijingDate(now) < shiftDate(beijingDate(docking.endedAt), MESSAGE_DAYS_AFTER_END)
    ? []
    : [{ code: 'docking.ended_long_ago', params: { days: MESSAGE_DAYS_AFTER_END } }];

/** One reminder a working day for the whole case, and none to oneself. */
export function remindRefusals(
  docking: { status: DockingStatus; lastRemindedAt: Date | null; isMyTurn: boolean },
  now: Date,
  calendar: WorkCalendar,
): Refusal[] {
  if (!isOpen(docking.status)) return [ended];
  if (docking.isMyTurn) return [{ code: 'docking.your_turn' }];
  const last = docking.lastRemindedAt;
  return last !== null && workingDaysBetween(last, now, calendar) < 1
    ? [{ code: 'docking.reminded_today' }]
    : [];
}

/** What a person may do in a case now, and for the rest why not: the steps, then what is no step. */
export function dockingActions(
  docking: DockingFacts & {
    endedAt: Date | null;
    lastRemindedAt: Date | null;
    isMyTurn: boolean;
    wasAccepted: boolean;
    side: DockingSide | null;
    hasRated: boolean;
    hasClock: boolean;
    isPaused: boolean;
  },
  permit: (permission: string) => Decision,
  now: Date,
  calendar: WorkCalendar,
): AvailableAction[] {
  const offer = (action: string, permission: string, refusals: Refusal[]): AvailableAction =>
    offerOf(action, permit(permission), refusals);
  return [
    ...dockingWorkflow.actions.map((action) =>
      offer(
        action,
        dockingWorkflow.transitions[action].permission,
        stepRefusals(action, docking, now),
      ),
    ),
    offer('take', 'docking.take', takeRefusals(docking)),
    offer('assign', 'docking.assign', assignRefusals(docking)),
    offer('planMilestones', 'docking.plan-milestones', planRefusals(docking)),
    offer('prepareRegistration', 'docking.prepare-registration', registrationRefusals(docking)),
    offer('recordRegistration', 'docking.record-registration', registrationRefusals(docking)),
    offer('recordPayment', 'docking.record-payment', paymentRefusals(docking)),
    offer('postMessage', 'docking.post-message', messageRefusals(docking, now)),
    offer('addFiles', 'docking.add-files', messageRefusals(docking, now)),
    offer('proposeMeeting', 'docking.propose-meeting', arrangeRefusals(docking)),
    offer('rate', 'docking.rate', ratingRefusals(docking, now)),
    offer('remind', 'docking.remind', remindRefusals(docking, now, calendar)),
    offer('pause', 'docking.pause', ifOpen(docking, pauseRefusals(docking))),
    offer('resume', 'docking.resume', ifOpen(docking, resumeRefusals(docking))),
  ];
}
