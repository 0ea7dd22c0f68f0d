import { defineCommand } from '../../../platform/commands/run-command.ts';
import { followDocking } from '../../exchange/index.ts';
import { loadDocking } from './load-docking.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

/** The asker takes what was delivered; with that its need is answered. */
export const completeDocking = defineCommand({
  name: 'docking.complete',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; words: string },
    docking: Docking,
  ): Promise<void> {
    await takeStep(context, docking, {
      action: 'complete',
      version: input.version,
      words: input.words,
    });
    await followDocking(context, docking.needId, 'completed');
  },
});
