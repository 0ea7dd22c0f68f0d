import { AppError } from '../../../kernel/errors.ts';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { CommandTables } from '../../../platform/commands/tables.ts';
import type { Docking } from './tables.ts';

/**
 * Makes an upload part of a case. Only an own upload that nothing uses yet is taken, so that nobody
 * can attach, and then read, another's file by its id. Throws `invalid`.
 */
export async function attachFile(
  { tx, actor }: CommandContext,
  docking: Docking,
  fileId: string,
): Promise<void> {
  const attached = await tx
    .withTables<CommandTables>()
    .updateTable('storedFiles')
    .set({ subjectType: 'docking', subjectId: docking.id, isExample: docking.isExample })
    .where('id', '=', fileId)
    .where('uploadedBy', '=', actor.userId ?? '')
    .where('subjectType', 'is', null)
    .executeTakeFirst();
  if (attached.numUpdatedRows !== 1n) throw new AppError('invalid', { code: 'files.not_found' });
}
