import type { PlainRoute } from '../../platform/http/plain-route.ts';
import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { interchangePolicy } from './domain/interchange.policy.ts';
import { interchangeMessages } from './i18n/reasons.ts';
import { exportTables } from './server/export-tables.ts';
import { badRowsFile, importTemplate } from './server/import-files.ts';
import { publicFeeds } from './server/public-feeds.ts';
import { importJob, type ActorOf } from './server/import.job.ts';

export const interchangeManifest: Manifest = {
  name: 'interchange',
  rules: interchangePolicy,
  messages: interchangeMessages,
};

/** `actorOf`: what an account may be at this moment. */
export const buildInterchange = (platform: Platform, actorOf: ActorOf): ModuleParts => ({
  jobs: [importJob(platform, actorOf)],
});

/** Its documents beside the API: files to save. */
export const interchangeDocuments = (platform: Platform): readonly PlainRoute[] => [
  importTemplate(platform),
  badRowsFile(platform),
  exportTables(platform),
  publicFeeds(platform),
];
