import type { Language } from '../../../platform/i18n/languages.ts';
import type { Frequency } from '../domain/notifications.policy.ts';

export type NotificationTables = {
  notificationChoices: {
    userId: string;
    kind: string;
    frequency: Frequency;
    changedAt: Date;
  };
  notificationLanguages: { userId: string; language: Language; changedAt: Date };
  digests: {
    userId: string;
    /** A day in China, `YYYY-MM-DD`. */
    day: string;
    since: Date;
    until: Date;
    lines: number;
    sentAt: Date;
  };
};
