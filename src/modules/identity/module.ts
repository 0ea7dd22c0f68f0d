import type { Manifest } from '../../platform/platform.ts';
import { identityPolicy } from './domain/identity.policy.ts';

export const identityManifest: Manifest = {
  name: 'identity',
  rules: identityPolicy,
  messages: { 'zh-CN': {}, en: {} },
};
