import { AppError, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { allow, signedIn } from '../../kernel/policy.ts';
import { defineCommand, type CommandContext } from '../commands/run-command.ts';
import type { CommandTables } from '../commands/tables.ts';
import type { Db, Tx } from '../db/database.ts';

export const filePolicy = [allow('file.upload').to('visitor').when(signedIn)];

type StoredContent = { name: string; mediaType: string; size: number; sha256: string };

/** Notes an uploaded content; a later command attaches it to what it belongs to. */
export const noteUpload = defineCommand({
  name: 'file.upload',
  async run({ tx, actor, now, emit }, input: StoredContent) {
    const id = newId(now.getTime());
    await tx
      .withTables<CommandTables>()
      .insertInto('storedFiles')
      .values({
        id,
        ...input,
        uploadedBy: actor.userId ?? 'system',
        uploadedAt: now,
        subjectType: null,
        subjectId: null,
      })
      .execute();
    emit({ type: 'file.uploaded', subject: { type: 'file', id }, data: { sha256: input.sha256 } });
    return { id, ...input };
  },
});

/** Attaches an upload of the same person that belongs to nothing yet; refuses any other. */
export async function attachFile(
  { tx, actor }: CommandContext,
  fileId: string,
  subject: { type: string; id: string },
): Promise<void> {
  const result = await tx
    .withTables<CommandTables>()
    .updateTable('storedFiles')
    .set({ subjectType: subject.type, subjectId: subject.id })
    .where('id', '=', fileId)
    .where('uploadedBy', '=', actor.userId ?? 'system')
    .where('subjectType', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new AppError('invalid', { code: 'files.not_found' });
}

/** Lets go of a file: nobody can read it any more, and no other record can take it. */
export async function detachFile(
  { tx }: CommandContext,
  fileId: string,
  subject: { type: string; id: string },
): Promise<void> {
  await tx
    .withTables<CommandTables>()
    .updateTable('storedFiles')
    .set({ subjectType: 'removed', subjectId: subject.id })
    .where('id', '=', fileId)
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .execute();
}

/** A file that belongs to this subject; whoever may read the subject may read it. */
export async function getAttachedFile(
  db: Db | Tx,
  fileId: string,
  subject: { type: string; id: string },
) {
  const row = await db
    .withTables<CommandTables>()
    .selectFrom('storedFiles')
    .selectAll()
    .where('id', '=', fileId)
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .executeTakeFirst();
  if (!row) throw notFound('file');
  return row;
}
