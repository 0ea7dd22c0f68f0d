import { defineCommand } from '../../../platform/commands/run-command.ts';
import { loadDocking } from './load-docking.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

/** After the meeting the asker decides to go on. */
export const startNegotiation = defineCommand({
  name: 'docking.start-negotiation',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; words: string },
    docking: Docking,
  ): Promise<void> {
    await takeStep(context, docking, {
      action: 'startNegotiation',
      version: input.version,
      words: input.words,
    });
  },
});
