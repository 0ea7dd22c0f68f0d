import { defineWorkflow } from '../../../kernel/workflow.ts';

export const achievementStatuses = ['draft', 'published', 'withdrawn'] as const;
export type AchievementStatus = (typeof achievementStatuses)[number];

/** An achievement is listed by its holder and can be taken down and put back at any time. */
export const achievementWorkflow = defineWorkflow({
  id: 'achievement',
  initial: 'draft' as AchievementStatus,
  final: [],
  states: {
    draft: { turn: 'owner' },
    published: { turn: 'owner' },
    withdrawn: { turn: 'owner' },
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
  },
});
