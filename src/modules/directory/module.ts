import type { Manifest, ModuleParts } from '../../platform/platform.ts';
import { directoryPolicy } from './domain/directory.policy.ts';
import { directoryMessages } from './i18n/reasons.ts';
import { expertRetrieval } from './server/retrieval.ts';

export const directoryManifest: Manifest = {
  name: 'directory',
  rules: directoryPolicy,
  messages: directoryMessages,
};

export const buildDirectory = (): ModuleParts => ({ retrieval: [expertRetrieval] });
