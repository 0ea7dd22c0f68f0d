import type { Manifest } from '../../platform/platform.ts';
import { deskPolicy } from './domain/desk.policy.ts';

export const deskManifest: Manifest = {
  name: 'desk',
  rules: deskPolicy,
  messages: { 'zh-CN': {}, en: {} },
};
