import { defineWorkflow } from '../../../kernel/workflow.ts';

export const milestoneStatuses = ['planned', 'delivered', 'returned', 'accepted'] as const;
export type MilestoneStatus = (typeof milestoneStatuses)[number];

/** Why what was delivered goes back, always with a sentence. */
export const returnReasons = [
  'metric_short',
  'incomplete',
  'not_as_agreed',
  'unstable',
  'documents',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/**
 * One part of the work under a contract. The case moves with it (docking.workflow.ts): it waits for
 * the asker while a part lies before it, and is completed with the last one that is accepted.
 */
export const milestoneWorkflow = defineWorkflow({
  id: 'milestone',
  initial: 'planned' as MilestoneStatus,
  final: ['accepted'],
  states: {
    planned: { turn: 'responder' },
    delivered: { turn: 'asker' },
    returned: { turn: 'responder' },
    accepted: {},
  },
  transitions: {
    deliver: {
      from: ['planned', 'returned'],
      to: 'delivered',
      permission: 'docking.deliver',
      emits: 'docking.delivered',
    },
    sendBack: {
      from: ['delivered'],
      to: 'returned',
      permission: 'docking.return-delivery',
      emits: 'docking.delivery_returned',
    },
    accept: {
      from: ['delivered'],
      to: 'accepted',
      permission: 'docking.accept-delivery',
      emits: 'docking.delivery_accepted',
    },
  },
});
