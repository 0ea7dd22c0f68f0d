import type { PlainRoute } from '../../platform/http/plain-route.ts';
import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { interchangePolicy } from './domain/interchange.policy.ts';
import { interchangeMessages } from './i18n/reasons.ts';
import { exportTables } from './server/export-tables.ts';
import { badRowsFile, importTemplate } from './server/import-files.ts';
import { ownCalendar } from './server/calendar-address.ts';
import { deliverWebhookJob } from './server/deliver-webhook.job.ts';
import { personalData } from './server/personal-data.ts';
import { sweepInterchangeJob } from './server/sweep.job.ts';
import { webhookEvents, webhookNotices } from './server/webhook-events.ts';
import { publicFeeds } from './server/public-feeds.ts';
import { importJob, type ActorOf } from './server/import.job.ts';

export const interchangeManifest: Manifest = {
  name: 'interchange',
  rules: interchangePolicy,
  messages: interchangeMessages,
};

/** `actorOf`: what an account may be at this moment. */
export const buildInterchange = (platform: Platform, actorOf: ActorOf): ModuleParts => ({
  jobs: [importJob(platform, actorOf), deliverWebhookJob(platform), sweepInterchangeJob(platform)],
  subscribers: [webhookEvents(platform, actorOf), webhookNotices(platform)],
});

/** Its documents beside the API: files to save. */
export const interchangeDocuments = (
  platform: Platform,
  actorOf: ActorOf,
): readonly PlainRoute[] => [
  importTemplate(platform),
  badRowsFile(platform),
  exportTables(platform),
  publicFeeds(platform),
  ownCalendar(platform, actorOf),
  personalData(platform),
];
