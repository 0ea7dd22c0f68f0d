import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { attachFile } from '../../../platform/files/file-commands.ts';
import { messageRefusals } from '../domain/docking-actions.ts';
import { loadDocking } from './load-docking.ts';
import { emitDocking, writeEntry } from './step.ts';
import type { Docking } from './tables.ts';

/** Files for the others in the case, as long as words may be written to them. They change no step. */
export const addFiles = defineCommand({
  name: 'docking.add-files',
  load: loadDocking,
  async run(
    context,
    input: { id: string; fileIds: string[]; words: string },
    docking: Docking,
  ): Promise<void> {
    const refusals = messageRefusals(docking, context.now);
    if (refusals.length > 0) throw new AppError('refused', refusals);
    for (const [index, fileId] of [...new Set(input.fileIds)].entries()) {
      await attachFile(context, fileId, { type: 'docking', id: docking.id });
      await writeEntry(context, docking, {
        action: 'file',
        fileId,
        words: index === 0 ? input.words : '',
      });
    }
    emitDocking(context, docking, 'docking.files_added', { count: input.fileIds.length });
  },
});
