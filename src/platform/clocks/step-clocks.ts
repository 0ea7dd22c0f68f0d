import { workingDaysBetween, type WorkCalendar } from '../../kernel/calendar.ts';
import {
  dueAfterPause,
  nextNoticeAfter,
  noticeNow,
  noticeTimes,
  withoutPauses,
  type StepNotice,
} from '../../kernel/step-clock.ts';
import type { CommandContext } from '../commands/run-command.ts';
import type { Tx } from '../db/database.ts';
import { workCalendar } from '../settings/settings.ts';
import { closePauses, pausesOfStep } from './pauses.ts';
import type { ClockSubject, ClockTables, StepClock } from './tables.ts';

type Term = { startedAt: Date; dueAt: Date | null };

/**
 * Starts the clock of a step, in place of that of the step before, whose pause is over with it; none
 * runs where there is no deadline.
 */
export async function setClock(
  context: CommandContext,
  subject: ClockSubject,
  { startedAt, dueAt }: Term,
): Promise<void> {
  const { tx, now } = context;
  await closePauses(tx, subject, now, 'step');
  await setClocks(tx, subject.type, [{ id: subject.id, startedAt, dueAt }]);
}

/** As `setClock`, for many things at once that have no clock yet. */
export async function setClocks(
  tx: Tx,
  subjectType: string,
  terms: readonly (Term & { id: string })[],
): Promise<void> {
  const calendar = await workCalendar(tx);
  const db = tx.withTables<ClockTables>();
  await removeClocks(
    tx,
    subjectType,
    terms.map(({ id }) => id),
  );
  const known = new Map<string, ReturnType<typeof runningClock>>();
  const clockFor = (startedAt: Date, dueAt: Date) => {
    // Of many things that begin together one is worked out.
    const key = `${startedAt.getTime()} ${dueAt.getTime()}`;
    const clock = known.get(key) ?? runningClock(startedAt, dueAt, calendar);
    known.set(key, clock);
    return clock;
  };
  const rows = terms.flatMap(({ id, startedAt, dueAt }) =>
    dueAt === null ? [] : [{ subjectType, subjectId: id, ...clockFor(startedAt, dueAt) }],
  );
  for (let from = 0; from < rows.length; from += CHUNK) {
    await db
      .insertInto('stepClocks')
      .values(rows.slice(from, from + CHUNK))
      .execute();
  }
}

// PostgreSQL takes 65,535 parameters a statement; a clock has 8.
const CHUNK = 5000;

function runningClock(startedAt: Date, dueAt: Date, calendar: WorkCalendar) {
  const times = noticeTimes({ startedAt, dueAt }, calendar);
  return {
    startedAt,
    dueAt,
    ...times,
    nextAt: nextNoticeAfter(null, times, dueAt),
    pausedSince: null,
  };
}

/** Takes the clocks away of what has ended or is removed; their pauses stay as history. */
export async function removeClocks(
  tx: Tx,
  subjectType: string,
  ids: readonly string[],
): Promise<void> {
  for (let from = 0; from < ids.length; from += CHUNK) {
    await tx
      .withTables<ClockTables>()
      .deleteFrom('stepClocks')
      .where('subjectType', '=', subjectType)
      .where('subjectId', 'in', ids.slice(from, from + CHUNK))
      .execute();
  }
}

/** Takes clocks and pauses away of what is removed without a trace. */
export async function forgetClocks(
  tx: Tx,
  subjectType: string,
  ids: readonly string[],
): Promise<void> {
  await removeClocks(tx, subjectType, ids);
  for (let from = 0; from < ids.length; from += CHUNK) {
    await tx
      .withTables<ClockTables>()
      .deleteFrom('clockPauses')
      .where('subjectType', '=', subjectType)
      .where('subjectId', 'in', ids.slice(from, from + CHUNK))
      .execute();
  }
}

/** Its clock, held until the transaction ends. */
export const findClock = (tx: Tx, subject: ClockSubject): Promise<StepClock | undefined> =>
  tx
    .withTables<ClockTables>()
    .selectFrom('stepClocks')
    .selectAll()
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .forUpdate()
    .executeTakeFirst();

export type TakenNotice =
  /** The day of a pause has come. */
  | { kind: 'resume' }
  /** `told`: the one who is late was reminded on the last day. */
  | { kind: StepNotice; dueAt: Date; told: boolean };

/**
 * What a clock asks for now, and notes that it was done; undefined when nothing, also because another
 * worker was faster. The caller tells the people, in the same transaction.
 */
export async function takeNotice(
  { tx, now }: CommandContext,
  subject: ClockSubject,
): Promise<TakenNotice | undefined> {
  const clock = await findClock(tx, subject);
  if (!clock || clock.nextAt === null || clock.nextAt >= now) return undefined;
  if (clock.pausedSince !== null) return { kind: 'resume' };
  const kind = noticeNow(clock, clock.dueAt, now);
  if (kind === null) return undefined;
  await updateClock(tx, subject, { nextAt: nextNoticeAfter(kind, clock, clock.dueAt) });
  return { kind, dueAt: clock.dueAt, told: clock.endAt !== null && clock.nextAt > clock.endAt };
}

/** Lets a clock go on that stood still; the new due time. */
export async function resumeClock(context: CommandContext, clock: StepClock): Promise<Date> {
  const { tx, now, actor } = context;
  const subject = { type: clock.subjectType, id: clock.subjectId };
  const calendar = await workCalendar(tx);
  const dueAt = dueAfterPause(clock.dueAt, clock.pausedSince ?? now, now, calendar);
  await closePauses(tx, subject, now, actor.userId ?? 'system');
  const own = withoutPauses(calendar, await pausesOfStep(tx, clock), now);
  const running = runningClock(clock.startedAt, dueAt, own);
  // What was said before the pause is not said again: only what is still to come.
  const ahead = [running.halfAt, running.endAt, dueAt].find((at) => at !== null && at > now);
  await updateClock(tx, subject, { ...running, nextAt: ahead ?? dueAt });
  return dueAt;
}

export async function updateClock(
  tx: Tx,
  subject: ClockSubject,
  changes: Partial<Omit<StepClock, 'subjectType' | 'subjectId'>>,
): Promise<void> {
  await tx
    .withTables<ClockTables>()
    .updateTable('stepClocks')
    .set(changes)
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .execute();
}

/** Working days that the present step took until now, and those it was allowed, without its pauses. */
export async function stepTime(
  { tx, now }: CommandContext,
  subject: ClockSubject,
): Promise<{ used: number; allowed: number } | undefined> {
  const clock = await findClock(tx, subject);
  if (!clock) return undefined;
  const plain = await workCalendar(tx);
  const calendar = withoutPauses(plain, await pausesOfStep(tx, clock), now);
  const { pausedSince } = clock;
  const dueAt = pausedSince ? dueAfterPause(clock.dueAt, pausedSince, now, plain) : clock.dueAt;
  return {
    used: workingDaysBetween(clock.startedAt, now, calendar),
    allowed: workingDaysBetween(clock.startedAt, dueAt, calendar),
  };
}
