import { AppError } from '../../../kernel/errors.ts';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { CommandTables } from '../../../platform/commands/tables.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { attachFile, detachFile } from '../../../platform/files/file-commands.ts';
import type { ExchangeTables, ListingType } from './tables.ts';

/** A file of a listing, as it is entered; the order of the list is the order on the page. */
export type AttachmentEntry = {
  fileId: string;
  caption: string;
  purpose: 'document' | 'maturity';
  closed: boolean;
};

type Subject = { type: ListingType; id: string };

export async function findAttachments(db: Db | Tx, { type, id }: Subject) {
  const rows = await db
    .withTables<ExchangeTables & CommandTables>()
    .selectFrom('listingAttachments as attachment')
    .innerJoin('storedFiles as file', 'file.id', 'attachment.fileId')
    .select([
      'attachment.fileId',
      'attachment.caption',
      'attachment.purpose',
      'attachment.isClosed',
      'file.name',
      'file.size',
      'file.mediaType',
      'file.sha256',
    ])
    .where('attachment.subjectType', '=', type)
    .where('attachment.subjectId', '=', id)
    .orderBy('attachment.position')
    .execute();
  return rows.map(({ isClosed, ...row }) => ({ ...row, closed: isClosed }));
}
export type Attachment = Awaited<ReturnType<typeof findAttachments>>[number];

/** As the contract gives them: how a content is found on the disk is nobody's business. */
export const shownAttachments = (attachments: readonly Attachment[]) =>
  attachments.map(({ sha256: _sha256, ...shown }) => shown);

/**
 * Makes these the files of a listing: new uploads of the same person are attached, those that are no
 * longer named are let go of.
 */
export async function setAttachments(
  context: CommandContext,
  subject: Subject,
  entries: readonly AttachmentEntry[],
): Promise<void> {
  if (new Set(entries.map(({ fileId }) => fileId)).size !== entries.length) {
    throw new AppError('invalid', { code: 'files.not_found' });
  }
  const db = context.tx.withTables<ExchangeTables>();
  const held = await db
    .selectFrom('listingAttachments')
    .select('fileId')
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .execute();
  const before = new Set(held.map(({ fileId }) => fileId));
  for (const { fileId } of entries) {
    if (!before.has(fileId)) await attachFile(context, fileId, subject);
    before.delete(fileId);
  }
  for (const fileId of before) await detachFile(context, fileId, subject);
  await db
    .deleteFrom('listingAttachments')
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .execute();
  if (entries.length === 0) return;
  await db
    .insertInto('listingAttachments')
    .values(
      entries.map(({ fileId, caption, purpose, closed }, position) => ({
        fileId,
        subjectType: subject.type,
        subjectId: subject.id,
        position,
        caption,
        purpose,
        isClosed: closed,
      })),
    )
    .execute();
}
