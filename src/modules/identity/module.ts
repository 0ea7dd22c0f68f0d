import type { Manifest } from '../../platform/platform.ts';
import { accountMails } from './i18n/mails.ts';
import { identityPolicy } from './domain/identity.policy.ts';
import { leavePolicy } from './domain/leave.policy.ts';
import { leaveMessages } from './i18n/leaves.ts';

export const identityManifest: Manifest = {
  name: 'identity',
  rules: [...identityPolicy, ...leavePolicy],
  messages: {
    'zh-CN': { ...accountMails['zh-CN'], ...leaveMessages['zh-CN'] },
    en: { ...accountMails.en, ...leaveMessages.en },
  },
};
