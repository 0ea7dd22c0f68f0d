import type { ColumnType, Generated } from 'kysely';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Channel, DeliveryState, Frequency } from '../domain/notifications.policy.ts';

export type NotificationTables = {
  notificationChoices: {
    userId: string;
    kind: string;
    channel: Channel;
    frequency: Frequency;
    changedAt: Date;
  };
  notificationLanguages: { userId: string; language: Language; changedAt: Date };
  notices: {
    id: string;
    userId: string;
    kind: string;
    /** What it tells of: nobody is told the same twice. */
    key: string;
    at: Date;
    title: string;
    text: string;
    path: string | null;
    inApp: boolean;
    mail: Frequency;
    readAt: ColumnType<Date | null, Date | undefined, Date>;
    /** The daily mail that told of it: a day in China, `YYYY-MM-DD`. */
    digestDay: ColumnType<string | null, string | undefined, string>;
  };
  noticeDeliveries: {
    id: string;
    userId: string;
    noticeId: string | null;
    kind: string;
    channel: Channel;
    title: string;
    messageId: string | null;
    status: DeliveryState;
    attempts: Generated<number>;
    reason: ColumnType<string | null, string | undefined, string | null>;
    queuedAt: Date;
    settledAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
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
