/** Why a candidate is of no use to those who have the need. */
export const judgeReasons = [
  'not_my_problem',
  'description_unclear',
  'route_unclear',
  'too_early',
  'budget',
  'region',
  'capacity',
  'already_known',
  'conflict',
  'other',
] as const;
export type JudgeReason = (typeof judgeReasons)[number];

/** What somebody says of a candidate; `withdrawn` takes it back. */
export const personVerdicts = ['useful', 'not_useful', 'withdrawn'] as const;
/** What a docking says of it. */
const dockingVerdicts = ['contacted', 'contracted'] as const;
export const verdicts = [...personVerdicts, ...dockingVerdicts] as const;
export type JudgeVerdict = (typeof verdicts)[number];

export const judgeRoles = ['owner', 'broker', 'operator', 'docking'] as const;
export type JudgeRole = (typeof judgeRoles)[number];
