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

/**
 * Reasons that say the texts do not answer. With the others the matter was right and something else
 * stood in the way, which no feature of the texts can know: nothing is learnt from them.
 */
const speaksOfTheMatter: readonly JudgeReason[] = [
  'not_my_problem',
  'description_unclear',
  'route_unclear',
];

/** How well a judged candidate answers, for learning: 0 not at all to 3; undefined says nothing. */
export function gradeOf(judged: {
  verdict: JudgeVerdict;
  reason: JudgeReason | null;
}): number | undefined {
  switch (judged.verdict) {
    case 'contracted':
      return 3;
    case 'contacted':
      return 2;
    case 'useful':
      return 1;
    case 'not_useful':
      return judged.reason !== null && speaksOfTheMatter.includes(judged.reason) ? 0 : undefined;
    case 'withdrawn':
      return undefined;
  }
}
