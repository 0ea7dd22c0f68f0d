import type { Manifest } from '../../platform/platform.ts';
import { settingsPolicy } from './domain/settings.policy.ts';
import { settingsMessages } from './i18n/messages.ts';

export const settingsManifest: Manifest = {
  name: 'settings',
  rules: settingsPolicy,
  messages: settingsMessages,
};
