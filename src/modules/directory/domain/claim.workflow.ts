import { defineWorkflow } from '../../../kernel/workflow.ts';

export type ClaimStatus = 'submitted' | 'approved' | 'refused' | 'withdrawn';

/** Why a claim is refused; always with a sentence. */
export const claimReasons = [
  'evidence_unclear',
  'not_connected',
  'belongs_to_another',
  'other',
] as const;
export type ClaimReason = (typeof claimReasons)[number];

/** Somebody says: this organisation, or this profile, is mine. An operator looks at the evidence. */
export const claimWorkflow = defineWorkflow({
  id: 'claim',
  initial: 'submitted' as ClaimStatus,
  final: ['approved', 'refused', 'withdrawn'],
  states: {
    submitted: { turn: 'operator', due: { setting: 'due.claim.decide', workingDays: 2 } },
    approved: {},
    refused: {},
    withdrawn: {},
  },
  transitions: {
    approve: {
      from: ['submitted'],
      to: 'approved',
      permission: 'claim.approve',
      emits: 'claim.approved',
    },
    refuse: {
      from: ['submitted'],
      to: 'refused',
      permission: 'claim.refuse',
      emits: 'claim.refused',
    },
    withdraw: {
      from: ['submitted'],
      to: 'withdrawn',
      permission: 'claim.withdraw',
      emits: 'claim.withdrawn',
    },
  },
});
