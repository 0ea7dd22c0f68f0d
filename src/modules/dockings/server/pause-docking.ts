import { AppError } from '../../../kernel/errors.ts';
import { resumeRefusals } from '../../../kernel/step-clock.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { startPause, type NewPause } from '../../../platform/clocks/pauses.ts';
import { findClock, resumeClock } from '../../../platform/clocks/step-clocks.ts';
import { loadDocking } from './load-docking.ts';
import { changeDocking, clockOf, emitDocking, requireVersion, writeEntry } from './step.ts';
import type { Docking } from './tables.ts';

/** Stops the clock of a case that waits for something outside, with the reason and until when. */
export const pauseDocking = defineCommand({
  name: 'docking.pause',
  load: loadDocking,
  async run(
    context,
    input: NewPause & { id: string; version: number },
    docking: Docking,
  ): Promise<void> {
    const { id: _id, version, ...pause } = input;
    requireVersion(docking, version);
    await startPause(context, await findClock(context.tx, clockOf(docking)), pause);
    // A case without a deadline is late nowhere: neither in lists nor on desks.
    await changeDocking(context, docking, { dueAt: null }, 'kept');
    await writeEntry(context, docking, {
      action: 'pause',
      words: pause.words,
      facts: { pauseReason: pause.reasonCode, until: pause.until },
    });
    emitDocking(context, docking, 'docking.paused', { until: pause.until });
  },
});

/** Lets it go on before its day. */
export const resumeDocking = defineCommand({
  name: 'docking.resume',
  load: loadDocking,
  async run(
    context,
    input: { id: string; version: number; words: string },
    docking: Docking,
  ): Promise<void> {
    requireVersion(docking, input.version);
    await goOn(context, docking, input.words);
  },
});

/** Starts the clock again with the days that were left. Throws `refused` when it runs. */
export async function goOn(
  context: CommandContext,
  docking: Docking,
  words?: string,
): Promise<void> {
  const clock = await findClock(context.tx, clockOf(docking));
  if (!clock || clock.pausedSince === null) {
    throw new AppError('refused', resumeRefusals({ isPaused: false }));
  }
  const dueAt = await resumeClock(context, clock);
  await changeDocking(context, docking, { dueAt }, 'kept');
  await writeEntry(context, docking, {
    action: 'resume',
    words,
    facts: { dueAt: dueAt.toISOString() },
  });
  emitDocking(context, docking, 'docking.resumed');
}
