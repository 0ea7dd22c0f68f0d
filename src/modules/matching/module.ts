import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { matchingPolicy } from './domain/matching.policy.ts';
import { matchingReasons } from './i18n/reasons.ts';
import { declines } from './server/declined-matches.ts';
import { dockingFeedback } from './server/docking-feedback.ts';
import { standingMatches } from './server/follow-listings.ts';

export const matchingManifest: Manifest = {
  name: 'matching',
  rules: matchingPolicy,
  messages: matchingReasons,
};

export const buildMatching = (platform: Platform): ModuleParts => ({
  subscribers: [standingMatches(platform), declines, dockingFeedback],
});
