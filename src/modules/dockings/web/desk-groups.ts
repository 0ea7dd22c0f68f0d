import type { DockingSummary } from './queries.ts';

export const deskGroups = ['overdue', 'today', 'week', 'later', 'paused', 'ended'] as const;
export type DeskGroup = (typeof deskGroups)[number];

const weekMs = 7 * 86_400_000;

/** Where a case stands among the urgent: by its due time, or ended. */
export function deskGroupOf(
  docking: Pick<DockingSummary, 'turn' | 'due' | 'pause'>,
  now: Date,
): DeskGroup {
  const { turn, due } = docking;
  if (turn === null) return 'ended';
  if (docking.pause) return 'paused';
  if (due === null) return 'later';
  const at = new Date(due.at).getTime();
  if (due.standing === 'overdue' || at < now.getTime()) return 'overdue';
  if (due.standing === 'today') return 'today';
  return at - now.getTime() <= weekMs ? 'week' : 'later';
}

/** Cases by urgency in the order they came; groups without any are left out. */
export function groupCases(
  dockings: readonly DockingSummary[],
  now: Date,
): { group: DeskGroup; items: DockingSummary[] }[] {
  return deskGroups
    .map((group) => ({
      group,
      items: dockings.filter((docking) => deskGroupOf(docking, now) === group),
    }))
    .filter(({ items }) => items.length > 0);
}
