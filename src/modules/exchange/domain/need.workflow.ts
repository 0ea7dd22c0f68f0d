import { defineWorkflow } from '../../../kernel/workflow.ts';

export const needStatuses = [
  'draft',
  'submitted',
  'returned',
  'published',
  'in_docking',
  'closed',
] as const;
export type NeedStatus = (typeof needStatuses)[number];

/** Why a need ended. `answered`: by a contract made here; `merged`: in another need. */
export const needCloseReasons = [
  'answered',
  'solved_elsewhere',
  'no_longer_needed',
  'no_candidate',
  'duplicate',
  'merged',
  'not_a_need',
  'other',
] as const;
export type NeedCloseReason = (typeof needCloseReasons)[number];

/** Those that somebody may give by hand; the others follow from what was done. */
export const statedCloseReasons = needCloseReasons.filter(
  (reason): reason is Exclude<NeedCloseReason, 'answered' | 'merged'> =>
    reason !== 'answered' && reason !== 'merged',
);

const noOpenDockings = (need: { status: NeedStatus; openDockings: number }) =>
  need.openDockings > 0
    ? [{ code: 'need.open_dockings', params: { count: need.openDockings } }]
    : [];

/**
 * A need from the first words to its end. The days are the product's promise: triage in 1 working
 * day, first candidates in 3; an operator may set others.
 */
export const needWorkflow = defineWorkflow({
  id: 'need',
  initial: 'draft' as NeedStatus,
  final: ['closed'],
  states: {
    draft: { turn: 'owner' },
    submitted: { turn: 'operator', due: { setting: 'due.need.triage', workingDays: 1 } },
    returned: { turn: 'owner', due: { setting: 'due.need.amend', workingDays: 10 } },
    published: { turn: 'operator', due: { setting: 'due.need.candidates', workingDays: 3 } },
    // Its dockings carry the deadlines; a second clock here would only contradict them.
    in_docking: { turn: 'owner' },
    closed: {},
  },
  transitions: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      permission: 'need.submit',
      emits: 'need.submitted',
    },
    publish: {
      from: ['submitted'],
      to: 'published',
      permission: 'need.publish',
      emits: 'need.published',
    },
    return: {
      from: ['submitted'],
      to: 'returned',
      permission: 'need.return',
      emits: 'need.returned',
    },
    // The two below follow from its dockings and are never a button.
    startDocking: {
      from: ['published', 'in_docking'],
      to: 'in_docking',
      permission: 'need.follow-docking',
      emits: 'need.docking_started',
    },
    resumeSearch: {
      from: ['in_docking'],
      to: 'published',
      permission: 'need.follow-docking',
      emits: 'need.search_resumed',
    },
    close: {
      from: ['draft', 'submitted', 'returned', 'published', 'in_docking'],
      to: 'closed',
      permission: 'need.close',
      guard: noOpenDockings,
      emits: 'need.closed',
    },
    // It ends in another need that says the same.
    merge: {
      from: ['draft', 'submitted', 'returned', 'published', 'in_docking'],
      to: 'closed',
      permission: 'need.merge',
      guard: noOpenDockings,
      emits: 'need.merged',
    },
  },
});
