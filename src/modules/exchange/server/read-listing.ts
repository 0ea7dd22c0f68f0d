import { notFound } from '../../../kernel/errors.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import { getAttachedFile } from '../../../platform/files/file-commands.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findAchievements } from './achievement-queries.ts';
import { findAttachments } from './attachments.ts';
import { listVersions } from './listing-versions.ts';
import { findNeeds } from './need-queries.ts';
import type { ListingType } from './tables.ts';

type Subject = { type: ListingType; id: string };

/** The row of a listing that this person may read; for everybody else there is none. */
async function readable({ db, guard }: Platform, context: ApiContext, { type, id }: Subject) {
  const [row] = type === 'need' ? await findNeeds(db, [id]) : await findAchievements({ db }, [id]);
  if (!row || !guard.permit(context.request.actor, row)(`${type}.read`).allowed) {
    throw notFound(type);
  }
  return row;
}

/** What a listing said before and says now, for its owner and the operators of the region. */
export async function readVersions(platform: Platform, context: ApiContext, subject: Subject) {
  const row = await readable(platform, context, subject);
  platform.guard.require(context.request.actor, `${subject.type}.read-versions`, row);
  return listVersions(platform.db, context, subject);
}

/** A file of a listing; one that belongs to its closed part only to those to whom that is open. */
export async function downloadListingFile(
  platform: Platform,
  context: ApiContext,
  subject: Subject,
  fileId: string,
): Promise<File> {
  const { db, guard, files } = platform;
  const row = await readable(platform, context, subject);
  const attachment = (await findAttachments(db, subject)).find((each) => each.fileId === fileId);
  if (!attachment) throw notFound('file');
  if (
    attachment.closed &&
    !guard.permit(context.request.actor, row)(`${subject.type}.read-versions`).allowed
  ) {
    throw notFound('file');
  }
  return files.open(await getAttachedFile(db, fileId, subject));
}
