import {
  addWorkingDays,
  dueStanding,
  dueTicks,
  PLAIN_WEEKS,
  type WorkCalendar,
} from '../../kernel/calendar.ts';
import type { CommandTables } from '../commands/tables.ts';
import type { DueState } from '../contract/route.ts';
import type { Db, Tx } from '../db/database.ts';

/** A value an operator set, or undefined while nobody has. */
export async function findSetting<T>(db: Db | Tx, key: string): Promise<T | undefined> {
  const row = await db
    .withTables<CommandTables>()
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value as T | undefined;
}

export async function writeSetting(
  tx: Tx,
  entry: { key: string; value: unknown; at: Date; by: string },
): Promise<void> {
  const row = { value: JSON.stringify(entry.value), updatedAt: entry.at, updatedBy: entry.by };
  await tx
    .withTables<CommandTables>()
    .insertInto('settings')
    .values({ key: entry.key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
}

/** Holidays and make-up days as entered (`calendar.holidays`, `calendar.make_up_days`), else plain weeks. */
export async function workCalendar(db: Db | Tx): Promise<WorkCalendar> {
  const rows = await db
    .withTables<CommandTables>()
    .selectFrom('settings')
    .select(['key', 'value'])
    .where('key', 'in', ['calendar.holidays', 'calendar.make_up_days'])
    .execute();
  if (rows.length === 0) return PLAIN_WEEKS;
  const days = (key: string) =>
    new Set((rows.find((row) => row.key === key)?.value as string[] | undefined) ?? []);
  return {
    ...PLAIN_WEEKS,
    holidays: days('calendar.holidays'),
    makeUpDays: days('calendar.make_up_days'),
  };
}

/** When a step that starts now is due: its setting if an operator gave one, else its default. */
export async function dueFrom(
  db: Db | Tx,
  start: Date,
  due: { setting: string; workingDays: number } | undefined,
): Promise<Date | null> {
  if (!due) return null;
  const days = (await findSetting<number>(db, due.setting)) ?? due.workingDays;
  return addWorkingDays(start, days, await workCalendar(db));
}

/** A deadline as pages draw it. */
export function dueState(
  startedAt: Date,
  dueAt: Date | null,
  now: Date,
  calendar: WorkCalendar,
): DueState | null {
  if (dueAt === null) return null;
  return {
    at: dueAt.toISOString(),
    startedAt: startedAt.toISOString(),
    ...dueStanding(startedAt, dueAt, now, calendar),
    ticks: dueTicks(startedAt, dueAt, now, calendar),
  };
}
