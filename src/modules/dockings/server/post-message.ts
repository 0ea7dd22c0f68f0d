import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { messageRefusals } from '../domain/docking-actions.ts';
import { loadDocking } from './load-docking.ts';
import { emitDocking, writeEntry } from './step.ts';
import type { Docking } from './tables.ts';

/** Words to the others in the case. They change nothing, so no open form becomes stale. */
export const postMessage = defineCommand({
  name: 'docking.post-message',
  load: loadDocking,
  async run(context, input: { id: string; words: string }, docking: Docking): Promise<void> {
    const refusals = messageRefusals(docking, context.now);
    if (refusals.length > 0) throw new AppError('refused', refusals);
    await writeEntry(context, docking, { action: 'message', words: input.words });
    emitDocking(context, docking, 'docking.message_posted');
  },
});
