import type { Manifest } from '../../platform/platform.ts';
import { matchingPolicy } from './domain/matching.policy.ts';

export const matchingManifest: Manifest = {
  name: 'matching',
  rules: matchingPolicy,
  messages: { 'zh-CN': {}, en: {} },
};
