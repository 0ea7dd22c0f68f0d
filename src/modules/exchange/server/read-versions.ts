import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Subject } from './listing-details.ts';
import { listVersions } from './listing-versions.ts';
import { requireReadable } from './open-closed-part.ts';

/**
 * What a listing said before and says now, for its owner and the operators of the region. Of what was
 * closed only the owner reads here: for everybody else each opening is kept.
 */
export async function readVersions(platform: Platform, context: ApiContext, subject: Subject) {
  const { actor } = context.request;
  const row = await requireReadable(platform, context, subject);
  platform.guard.require(actor, `${subject.type}.read-versions`, row);
  const whole = actor.organisationIds.includes(row.organisationId);
  return listVersions(platform.db, context, subject, whole);
}
