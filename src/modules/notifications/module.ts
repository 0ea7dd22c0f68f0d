import type { DigestSource } from '../../platform/digest/source.ts';
import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { notificationsPolicy } from './domain/notifications.policy.ts';
import { notificationMessages } from './i18n/messages.ts';
import { digestJob } from './server/send-digests.ts';

export const notificationsManifest: Manifest = {
  name: 'notifications',
  rules: notificationsPolicy,
  messages: notificationMessages,
};

/** `sources`: what the other modules have to tell. */
export const buildNotifications = (
  platform: Platform,
  sources: readonly DigestSource[],
): ModuleParts => ({ jobs: [digestJob(platform, sources)] });
