import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import type { RetrievalSource } from '../../platform/retrieval/source.ts';
import { matchingPolicy } from './domain/matching.policy.ts';
import { matchingReasons } from './i18n/reasons.ts';
import { declines } from './server/declined-matches.ts';
import { matchDigests } from './server/digest-lines.ts';
import { dockingFeedback } from './server/docking-feedback.ts';
import { standingMatches } from './server/follow-listings.ts';
import { listingVectors } from './server/listing-vectors.ts';
import { shelfOf } from './server/the-shelf.ts';

export const matchingManifest: Manifest = {
  name: 'matching',
  rules: matchingPolicy,
  messages: matchingReasons,
};

/** `sources`: where the listings of all modules are read from. */
export const buildMatching = (
  platform: Platform,
  sources: readonly RetrievalSource[],
): ModuleParts => ({
  reader: shelfOf(platform),
  digest: matchDigests(platform),
  subscribers: [standingMatches(platform), declines, dockingFeedback],
  background: platform.embeddings.state() === 'off' ? [] : [listingVectors(platform, sources)],
});
