import { AppError } from '../../../kernel/errors.ts';
import { resumeRefusals } from '../../../kernel/step-clock.ts';
import { startPause, type NewPause } from '../../../platform/clocks/pauses.ts';
import { findClock, resumeClock, takeNotice } from '../../../platform/clocks/step-clocks.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { addEntry } from './listing-entries.ts';
import { clockOfNeed, loadNeed } from './need-commands.ts';
import type { ExchangeTables, NeedRow } from './tables.ts';

/**
 * What the clock of a need asks for: a reminder at half time and on the last day, the mark that it
 * waited too long, the end of a pause. Returns whether there was anything.
 */
export const keepNeedClock = defineCommand({
  name: 'need.keep-clock',
  load: loadNeed,
  async run(context, _input: { id: string }, need): Promise<boolean> {
    const notice = await takeNotice(context, clockOfNeed(need));
    if (notice === undefined) return false;
    if (notice.kind === 'resume') {
      await goOn(context, need);
      return true;
    }
    if (notice.kind === 'overdue') {
      if (need.overdueAt !== null) return false;
      await changeNeed(context, need, { overdueAt: context.now });
    }
    const action = notice.kind === 'overdue' ? 'overdue' : 'reminder';
    const event = { half: 'half_time', end: 'last_day', overdue: 'overdue' }[notice.kind];
    await noteNeed(context, need, { action, reasonCode: action === 'reminder' ? event : null });
    emitNeed(context, need, `need.${event}`, { told: notice.told });
    return true;
  },
});

/** Stops the clock of a need that waits for something outside. */
export const pauseNeed = defineCommand({
  name: 'need.pause',
  load: loadNeed,
  async run(context, input: NewPause & { id: string; version: number }, need) {
    const { id: _id, version, ...pause } = input;
    requireVersion(need, version);
    await startPause(context, await findClock(context.tx, clockOfNeed(need)), pause);
    await changeNeed(context, need, { dueAt: null, version: need.version + 1 });
    await noteNeed(context, need, {
      action: 'pause',
      words: pause.words,
      reasonCode: pause.reasonCode,
    });
    emitNeed(context, need, 'need.paused', { until: pause.until });
    return { id: need.id };
  },
});

/** Lets it go on before its day. */
export const resumeNeed = defineCommand({
  name: 'need.resume',
  load: loadNeed,
  async run(context, input: { id: string; version: number; words: string }, need) {
    requireVersion(need, input.version);
    await goOn(context, need, input.words);
    return { id: need.id };
  },
});

async function goOn(context: CommandContext, need: NeedRow, words?: string): Promise<void> {
  const clock = await findClock(context.tx, clockOfNeed(need));
  if (!clock || clock.pausedSince === null) {
    throw new AppError('refused', resumeRefusals({ isPaused: false }));
  }
  const dueAt = await resumeClock(context, clock);
  await changeNeed(context, need, { dueAt, version: need.version + 1 });
  await noteNeed(context, need, { action: 'resume', words });
  emitNeed(context, need, 'need.resumed');
}

function requireVersion(need: NeedRow, version: number): void {
  if (need.version !== version) throw new AppError('conflict', { code: 'platform.stale' });
}

/** Writes over exactly the row that was judged. */
async function changeNeed(
  { tx }: CommandContext,
  need: NeedRow,
  changes: { dueAt?: Date | null; overdueAt?: Date; version?: number },
): Promise<void> {
  const changed = await tx
    .withTables<ExchangeTables>()
    .updateTable('needs')
    .set(changes)
    .where('id', '=', need.id)
    .where('version', '=', need.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
}

const noteNeed = (
  context: CommandContext,
  need: NeedRow,
  entry: { action: string; words?: string | undefined; reasonCode?: string | null },
): Promise<void> =>
  addEntry(context, {
    subjectType: 'need',
    subjectId: need.id,
    from: need.status,
    to: need.status,
    ...entry,
  });

function emitNeed(
  { actor, emit }: CommandContext,
  need: NeedRow,
  type: string,
  data: Record<string, unknown> = {},
): void {
  emit({
    type,
    subject: { type: 'need', id: need.id },
    data: { status: need.status, actorId: actor.userId, ...data },
  });
}
