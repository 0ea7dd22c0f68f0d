import { beijingDate, beijingInstant } from '../../kernel/calendar.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import {
  latestPauseEnd,
  MORNING,
  pausedDays,
  pauseRefusals,
  type PauseReason,
  type StillSpan,
} from '../../kernel/step-clock.ts';
import { actorKey, type CommandContext } from '../commands/run-command.ts';
import type { Db, Tx } from '../db/database.ts';
import { findSetting } from '../settings/settings.ts';
import type { ClockPause, ClockSubject, ClockTables, StepClock } from './tables.ts';

/** Calendar days that a step may stand still in all, until an operator sets another number. */
export const LONGEST_PAUSE = { setting: 'pause.longest_days', days: 30, most: 45 };

export type NewPause = { reasonCode: PauseReason; words: string; until: string };

/** Lets a clock stand still to a day at most. Throws `refused` or `invalid` with what to do. */
export async function startPause(
  context: CommandContext,
  clock: StepClock | undefined,
  pause: NewPause,
): Promise<void> {
  const { tx, actor, now } = context;
  const isPaused = Boolean(clock?.pausedSince);
  const refusals = pauseRefusals({ hasClock: clock !== undefined, isPaused });
  if (refusals.length > 0 || !clock) throw new AppError('refused', refusals);
  const spans = await pausesOfStep(tx, clock);
  const longest = (await findSetting<number>(tx, LONGEST_PAUSE.setting)) ?? LONGEST_PAUSE.days;
  const latest = latestPauseEnd(now, pausedDays(spans, now), longest);
  const wrong = (code: string, params = {}) =>
    new AppError('invalid', { code, params }, [{ path: 'until', message: pause.until }]);
  if (pause.until <= beijingDate(now)) throw wrong('clock.until_past');
  if (pause.until > latest) throw wrong('clock.too_long', { latest, days: longest });
  const db = tx.withTables<ClockTables>();
  await db
    .insertInto('clockPauses')
    .values({
      id: newId(now.getTime()),
      subjectType: clock.subjectType,
      subjectId: clock.subjectId,
      stepStartedAt: clock.startedAt,
      ...pause,
      since: now,
      pausedBy: actorKey(actor),
      pausedByName: actor.name,
      endedAt: null,
      endedBy: null,
    })
    .execute();
  await db
    .updateTable('stepClocks')
    .set({ pausedSince: now, nextAt: beijingInstant(pause.until, MORNING) })
    .where('subjectType', '=', clock.subjectType)
    .where('subjectId', '=', clock.subjectId)
    .execute();
}

export async function closePauses(
  tx: Tx,
  subject: ClockSubject,
  at: Date,
  by: string,
): Promise<void> {
  await tx
    .withTables<ClockTables>()
    .updateTable('clockPauses')
    .set({ endedAt: at, endedBy: by })
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .where('endedAt', 'is', null)
    .execute();
}

/** The pauses of a clock's present step, as spans. */
export async function pausesOfStep(
  db: Db | Tx,
  clock: Pick<StepClock, 'subjectType' | 'subjectId' | 'startedAt'>,
): Promise<StillSpan[]> {
  const pauses = await findPauses(db, clock.subjectType, [
    { id: clock.subjectId, stepStartedAt: clock.startedAt },
  ]);
  return pauses.get(clock.subjectId)?.spans ?? [];
}

export type StepPauses = {
  spans: StillSpan[];
  /** The one that lasts now. */
  present: ClockPause | null;
};

/** Pauses of the present steps of many things; those without any are left out. */
export async function findPauses(
  db: Db | Tx,
  subjectType: string,
  steps: readonly { id: string; stepStartedAt: Date }[],
): Promise<Map<string, StepPauses>> {
  if (steps.length === 0) return new Map();
  const began = new Map(steps.map(({ id, stepStartedAt }) => [id, stepStartedAt.getTime()]));
  const rows = await db
    .withTables<ClockTables>()
    .selectFrom('clockPauses')
    .selectAll()
    .where('subjectType', '=', subjectType)
    .where('subjectId', 'in', [...began.keys()])
    .orderBy('since')
    .execute();
  const found = new Map<string, StepPauses>();
  for (const row of rows) {
    if (row.stepStartedAt.getTime() !== began.get(row.subjectId)) continue;
    const known = found.get(row.subjectId) ?? { spans: [], present: null };
    known.spans.push({ since: row.since, until: row.endedAt });
    if (row.endedAt === null) known.present = row;
    found.set(row.subjectId, known);
  }
  return found;
}
