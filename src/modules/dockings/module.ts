import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { dockingPolicy } from './domain/docking.policy.ts';
import * as contentEn from './i18n/content.en.ts';
import * as contentZh from './i18n/content.zh-CN.ts';
import * as en from './i18n/en.ts';
import * as zh from './i18n/zh-CN.ts';
import { checkDueJob } from './server/check-due.job.ts';
import { dockingMails, dockingNotices } from './server/docking-mail.ts';
import { meetingMails } from './server/meeting-mail.ts';

export const dockingsManifest: Manifest = {
  name: 'dockings',
  rules: dockingPolicy,
  messages: {
    'zh-CN': { ...zh.reasons, ...zh.mails, ...contentZh.contentReasons, ...contentZh.contentMails },
    en: { ...en.reasons, ...en.mails, ...contentEn.contentReasons, ...contentEn.contentMails },
  },
  notices: dockingNotices,
};

export const buildDockings = (platform: Platform): ModuleParts => ({
  subscribers: [dockingMails(platform), meetingMails(platform)],
  jobs: [checkDueJob(platform)],
});
