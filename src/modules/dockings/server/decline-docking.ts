import { defineCommand } from '../../../platform/commands/run-command.ts';
import { followDocking } from '../../exchange/index.ts';
import type { EndReason } from '../domain/docking.workflow.ts';
import { loadDocking } from './load-docking.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

/** The one who was asked says no, and why. */
export const declineDocking = defineCommand({
  name: 'docking.decline',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; reasonCode: EndReason; words: string },
    docking: Docking,
  ): Promise<void> {
    await takeStep(context, docking, {
      action: 'decline',
      version: input.version,
      words: input.words,
      reasonCode: input.reasonCode,
    });
    await followDocking(context, docking.needId, 'ended');
  },
});
