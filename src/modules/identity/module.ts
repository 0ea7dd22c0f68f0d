import type { Manifest } from '../../platform/platform.ts';
import { accountMails } from './i18n/mails.ts';
import { identityPolicy } from './domain/identity.policy.ts';

export const identityManifest: Manifest = {
  name: 'identity',
  rules: identityPolicy,
  messages: accountMails,
};
