import type { JudgeReason, JudgeRole, JudgeVerdict } from './judgement.ts';

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
function gradeOf(judged: {
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

/** Whose word counts where they differ: those who have the need know best what helps them. */
const believed: readonly JudgeRole[] = ['docking', 'owner', 'broker', 'operator'];

type Judged = {
  verdict: JudgeVerdict;
  reason: JudgeReason | null;
  byRole: JudgeRole;
  /** Who said it; null for a docking. */
  actorId: string | null;
};

/**
 * What a candidate's judgements, oldest first, come to: of each person the last holds, of all the
 * best believed. `judged` is false when everybody took back what they said.
 */
export function settledGrade(judgements: readonly Judged[]): {
  judged: boolean;
  grade: number | undefined;
} {
  const last = new Map<string, Judged>();
  for (const judgement of judgements) {
    // A docking that came to a contract was contacted before: the later one says more.
    last.set(judgement.actorId ?? judgement.byRole, judgement);
  }
  const standing = [...last.values()]
    .filter(({ verdict }) => verdict !== 'withdrawn')
    .sort((a, b) => believed.indexOf(a.byRole) - believed.indexOf(b.byRole));
  const [best] = standing;
  return { judged: best !== undefined, grade: best && gradeOf(best) };
}
