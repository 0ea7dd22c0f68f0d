import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { dockingPolicy } from './domain/docking.policy.ts';
import * as en from './i18n/en.ts';
import * as zh from './i18n/zh-CN.ts';
import { checkDueJob } from './server/check-due.job.ts';
import { dockingMails, dockingNotices } from './server/docking-mail.ts';

export const dockingsManifest: Manifest = {
  name: 'dockings',
  rules: dockingPolicy,
  messages: {
    'zh-CN': { ...zh.reasons, ...zh.mails },
    en: { ...en.reasons, ...en.mails },
  },
  notices: dockingNotices,
};

export const buildDockings = (platform: Platform): ModuleParts => ({
  subscribers: [dockingMails(platform)],
  jobs: [checkDueJob(platform)],
});
