import { defineWorkflow } from '../../../kernel/workflow.ts';

export const achievementStatuses = ['draft', 'published', 'withdrawn', 'merged'] as const;
export type AchievementStatus = (typeof achievementStatuses)[number];

/**
 * An achievement is listed by its holder and can be taken down and put back at any time. It ends only
 * in another that says the same.
 */
export const achievementWorkflow = defineWorkflow({
  id: 'achievement',
  initial: 'draft' as AchievementStatus,
  final: ['merged'],
  states: {
    draft: { turn: 'owner' },
    published: { turn: 'owner' },
    withdrawn: { turn: 'owner' },
    merged: {},
  },
  transitions: {
    publish: {
      from: ['draft', 'withdrawn'],
      to: 'published',
      permission: 'achievement.publish',
      emits: 'achievement.published',
    },
    withdraw: {
      from: ['published'],
      to: 'withdrawn',
      permission: 'achievement.withdraw',
      emits: 'achievement.withdrawn',
    },
    merge: {
      from: ['draft', 'published', 'withdrawn'],
      to: 'merged',
      permission: 'achievement.merge',
      guard: (achievement: { status: AchievementStatus; openDockings?: number }) =>
        achievement.openDockings
          ? [
              {
                code: 'achievement.open_dockings',
                params: { count: achievement.openDockings },
              },
            ]
          : [],
      emits: 'achievement.merged',
    },
  },
});
