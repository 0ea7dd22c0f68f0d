import { defineCommand } from '../../../platform/commands/run-command.ts';
import { loadDocking } from './load-docking.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

/** The one who can answer takes it on. */
export const acceptDocking = defineCommand({
  name: 'docking.accept',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; words: string },
    docking: Docking,
  ): Promise<void> {
    await takeStep(context, docking, {
      action: 'accept',
      version: input.version,
      words: input.words,
    });
  },
});
