import { defineWorkflow } from '../../../kernel/workflow.ts';

export const reportStatuses = ['draft', 'submitted', 'returned', 'sent'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** A weekly report from the draft that the platform writes to the mail that the lead unit gets. */
export const reportWorkflow = defineWorkflow({
  id: 'report',
  initial: 'draft' as ReportStatus,
  final: ['sent'],
  states: {
    draft: { turn: 'lead', due: { setting: 'due.report.submit', workingDays: 1 } },
    submitted: { turn: 'operator', due: { setting: 'due.report.approve', workingDays: 2 } },
    returned: { turn: 'lead', due: { setting: 'due.report.amend', workingDays: 2 } },
    sent: {},
  },
  transitions: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      permission: 'report.submit',
      emits: 'report.submitted',
    },
    return: {
      from: ['submitted'],
      to: 'returned',
      permission: 'report.return',
      emits: 'report.returned',
    },
    approve: {
      from: ['submitted'],
      to: 'sent',
      permission: 'report.approve',
      emits: 'report.sent',
    },
  },
});

export type ReportAction = (typeof reportWorkflow.actions)[number];

/** How long somebody who is sent to a need has to answer. */
export const dispatchWorkflow = defineWorkflow({
  id: 'dispatch',
  initial: 'sent' as DispatchStatus,
  final: ['accepted', 'declined'],
  states: {
    sent: { turn: 'member', due: { setting: 'due.dispatch.answer', workingDays: 2 } },
    accepted: {},
    declined: {},
  },
  transitions: {
    accept: {
      from: ['sent'],
      to: 'accepted',
      permission: 'dispatch.answer',
      emits: 'dispatch.accepted',
    },
    decline: {
      from: ['sent'],
      to: 'declined',
      permission: 'dispatch.answer',
      emits: 'dispatch.declined',
    },
  },
});

export const dispatchStatuses = ['sent', 'accepted', 'declined'] as const;
export type DispatchStatus = (typeof dispatchStatuses)[number];

/** Why somebody cannot go. */
export const dispatchReasons = ['not_my_field', 'capacity', 'conflict', 'away', 'other'] as const;
export type DispatchReason = (typeof dispatchReasons)[number];
