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
export type DockingFacts = { status: DockingStatus; brokerId: string | null };

const needsBroker = (docking: DockingFacts): Refusal[] =>
  docking.brokerId === null ? [{ code: 'docking.no_broker' }] : [];

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
    complete: {
      from: ['delivering'],
      to: 'completed',
      permission: 'docking.complete',
      emits: 'docking.completed',
    },
    end: {
      from: ['proposed', 'accepted', 'contacted', 'met', 'negotiating', 'contracted', 'delivering'],
      to: 'failed',
      permission: 'docking.end',
      emits: 'docking.failed',
    },
  },
});

export type DockingAction = (typeof dockingWorkflow.actions)[number];
