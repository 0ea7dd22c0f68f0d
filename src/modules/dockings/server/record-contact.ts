import { defineCommand } from '../../../platform/commands/run-command.ts';
import { loadDocking } from './load-docking.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

/** The broker has spoken with both sides. */
export const recordContact = defineCommand({
  name: 'docking.record-contact',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; channel: string; words: string },
    docking: Docking,
  ): Promise<void> {
    await takeStep(context, docking, {
      action: 'recordContact',
      version: input.version,
      words: input.words,
      facts: { channel: input.channel },
    });
  },
});
