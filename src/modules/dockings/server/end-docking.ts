import { defineCommand } from '../../../platform/commands/run-command.ts';
import { followDocking } from '../../exchange/index.ts';
import type { EndReason } from '../domain/docking.workflow.ts';
import { loadDocking } from './load-docking.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

/** Any side stops a case that leads nowhere, and says why; the need looks for others again. */
export const endDocking = defineCommand({
  name: 'docking.end',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; reasonCode: EndReason; words: string },
    docking: Docking,
  ): Promise<void> {
    await takeStep(context, docking, {
      action: 'end',
      version: input.version,
      words: input.words,
      reasonCode: input.reasonCode,
    });
    await followDocking(context, docking.needId, 'ended');
  },
});
