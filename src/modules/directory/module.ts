import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { directoryPolicy } from './domain/directory.policy.ts';
import { directoryMailTexts } from './i18n/mail.ts';
import { directoryMessages } from './i18n/reasons.ts';
import { checkDirectoryDueJob } from './server/check-due.job.ts';
import { directoryMails, directoryNotices } from './server/directory-mail.ts';
import { expertRetrieval } from './server/retrieval.ts';

export const directoryManifest: Manifest = {
  name: 'directory',
  rules: directoryPolicy,
  messages: {
    'zh-CN': { ...directoryMessages['zh-CN'], ...directoryMailTexts['zh-CN'] },
    en: { ...directoryMessages.en, ...directoryMailTexts.en },
  },
  notices: directoryNotices,
};

export const buildDirectory = (platform: Platform): ModuleParts => ({
  subscribers: [directoryMails(platform)],
  jobs: [checkDirectoryDueJob(platform)],
  retrieval: [expertRetrieval],
});
