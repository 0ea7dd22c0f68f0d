import type { DigestSource } from '../../platform/digest/source.ts';
import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { notificationsPolicy } from './domain/notifications.policy.ts';
import { notificationMessages } from './i18n/messages.ts';
import { mailJob } from './server/mail-job.ts';
import { digestJob } from './server/send-digests.ts';
import { forgetJob } from './server/forget-notices.ts';

export const notificationsManifest: Manifest = {
  name: 'notifications',
  rules: notificationsPolicy,
  messages: notificationMessages,
};

/** `sources`: what the other modules look for once a day. */
export const buildNotifications = (
  platform: Platform,
  sources: readonly DigestSource[],
): ModuleParts => ({
  jobs: [mailJob(platform), digestJob(platform, sources), forgetJob(platform)],
});
