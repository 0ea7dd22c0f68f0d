import { defineWorkflow } from '../../../kernel/workflow.ts';
import type { Refusal } from '../../../kernel/errors.ts';

export const dockingStatuses = [
  'proposed',
  'accepted',
  'declined',
  'contacted',
  'met',
  'negotiating',
  'contracted',
  'delivering',
  'delivered',
  'completed',
  'failed',
] as const;
export type DockingStatus = (typeof dockingStatuses)[number];

/** The order in which a docking that goes well passes its stages, as the case page draws it. */
export const dockingStages = [
  'proposed',
  'accepted',
  'contacted',
  'met',
  'negotiating',
  'contracted',
  'delivering',
  'completed',
] as const satisfies readonly DockingStatus[];

/** The stage in which a status stands; null for an end without success. */
export const stageOf = (status: DockingStatus): (typeof dockingStages)[number] | null =>
  dockingStages.find((stage) => stage === (status === 'delivered' ? 'delivering' : status)) ?? null;

/** Whose turn: the one who asked, the one who can answer, or the broker between them. */
export const dockingTurns = ['asker', 'responder', 'broker'] as const;
export type DockingTurn = (typeof dockingTurns)[number];

/** Why it was declined or ended, in the field's own words (docs/glossary.md). */
export const endReasons = [
  'too_early',
  'benefit_unclear',
  'route_unclear',
  'description_unclear',
  'budget',
  'capacity',
  'conflict',
  'not_my_field',
  'terms',
  'no_reply',
  'other',
] as const;
export type EndReason = (typeof endReasons)[number];

/** What the rules of a step look at. */
export type DockingFacts = {
  status: DockingStatus;
  brokerId: string | null;
  /** Milestones not accepted yet; none where the work is taken as a whole. */
  openMilestones?: number;
};

const needsBroker = (docking: DockingFacts): Refusal[] =>
  docking.brokerId === null ? [{ code: 'docking.no_broker' }] : [];

/** Milestones that would still be open if the asker took what lies before it now. */
export const milestonesAhead = ({ status, openMilestones = 0 }: DockingFacts): number =>
  Math.max(0, status === 'delivered' ? openMilestones - 1 : openMilestones);

const allMilestones = (docking: DockingFacts): Refusal[] => {
  const count = milestonesAhead(docking);
  return count > 0 ? [{ code: 'docking.milestones_open', params: { count } }] : [];
};
// What ends the work is one action only, and says so.
const notTheLast = (docking: DockingFacts): Refusal[] =>
  milestonesAhead(docking) === 0 ? [{ code: 'docking.last_delivery' }] : [];

/**
 * From first contact to a registered contract and what came of it. The working days are defaults
 * that an operator may set; a decision within 10 is the product's promise.
 */
export const dockingWorkflow = defineWorkflow({
  id: 'docking',
  initial: 'proposed' as DockingStatus,
  final: ['declined', 'completed', 'failed'],
  states: {
    proposed: { turn: 'responder', due: { setting: 'due.docking.answer', workingDays: 3 } },
    accepted: { turn: 'broker', due: { setting: 'due.docking.contact', workingDays: 2 } },
    contacted: { turn: 'broker', due: { setting: 'due.docking.meet', workingDays: 5 } },
    met: { turn: 'asker', due: { setting: 'due.docking.decide', workingDays: 5 } },
    negotiating: { turn: 'broker', due: { setting: 'due.docking.contract', workingDays: 10 } },
    contracted: { turn: 'responder', due: { setting: 'due.docking.start', workingDays: 5 } },
    // The contract says until when; until a day is recorded, this many.
    delivering: { turn: 'responder', due: { setting: 'due.docking.deliver', workingDays: 60 } },
    delivered: { turn: 'asker', due: { setting: 'due.docking.accept', workingDays: 10 } },
    declined: {},
    completed: {},
    failed: {},
  },
  transitions: {
    accept: {
      from: ['proposed'],
      to: 'accepted',
      permission: 'docking.accept',
      emits: 'docking.accepted',
    },
    decline: {
      from: ['proposed'],
      to: 'declined',
      permission: 'docking.decline',
      emits: 'docking.declined',
    },
    recordContact: {
      from: ['accepted'],
      to: 'contacted',
      permission: 'docking.record-contact',
      guard: needsBroker,
      emits: 'docking.contacted',
    },
    recordMeeting: {
      from: ['contacted'],
      to: 'met',
      permission: 'docking.record-meeting',
      guard: needsBroker,
      emits: 'docking.met',
    },
    startNegotiation: {
      from: ['met'],
      to: 'negotiating',
      permission: 'docking.start-negotiation',
      emits: 'docking.negotiation_started',
    },
    recordContract: {
      from: ['negotiating'],
      to: 'contracted',
      permission: 'docking.record-contract',
      guard: needsBroker,
      emits: 'docking.contracted',
    },
    startDelivery: {
      from: ['contracted'],
      to: 'delivering',
      permission: 'docking.start-delivery',
      emits: 'docking.delivery_started',
    },
    deliver: {
      from: ['delivering'],
      to: 'delivered',
      permission: 'docking.deliver',
      emits: 'docking.delivered',
    },
    acceptDelivery: {
      from: ['delivered'],
      to: 'delivering',
      permission: 'docking.accept-delivery',
      guard: notTheLast,
      emits: 'docking.delivery_accepted',
    },
    returnDelivery: {
      from: ['delivered'],
      to: 'delivering',
      permission: 'docking.return-delivery',
      emits: 'docking.delivery_returned',
    },
    complete: {
      // The asker may also take the work at once, without being asked to.
      from: ['delivering', 'delivered'],
      to: 'completed',
      permission: 'docking.complete',
      guard: allMilestones,
      emits: 'docking.completed',
    },
    end: {
      from: [
        'proposed',
        'accepted',
        'contacted',
        'met',
        'negotiating',
        'contracted',
        'delivering',
        'delivered',
      ],
      to: 'failed',
      permission: 'docking.end',
      emits: 'docking.failed',
    },
  },
});

export type DockingAction = (typeof dockingWorkflow.actions)[number];
