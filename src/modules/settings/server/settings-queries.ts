import type { Db } from '../../../platform/db/database.ts';
import { findSetting } from '../../../platform/settings/settings.ts';
import { calendarKey, HOLIDAYS, MAKE_UP_DAYS, type DaysSetting } from './change-settings.ts';
import type { SettingsTables } from './tables.ts';

/** The days that hold now, by key. */
export async function daysNow(
  db: Db,
  known: readonly DaysSetting[],
): Promise<Record<string, number>> {
  const values = await Promise.all(
    known.map(async ({ key, initial }) => [key, (await findSetting<number>(db, key)) ?? initial]),
  );
  return Object.fromEntries(values);
}

/** Everything that can be set on the page, with its history, the newest change first. */
export async function settingsNow(db: Db, known: readonly DaysSetting[]) {
  const rows = await db
    .withTables<SettingsTables>()
    .selectFrom('settingChanges')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const changes = (key: string) =>
    rows
      .filter((row) => row.key === key)
      .map(({ value, source, at, changedByName }) => ({
        value,
        source,
        at: at.toISOString(),
        byName: changedByName,
      }));
  const now = await daysNow(db, known);
  const holidays = (await findSetting<string[]>(db, HOLIDAYS)) ?? [];
  const makeUpDays = (await findSetting<string[]>(db, MAKE_UP_DAYS)) ?? [];
  const years = [...new Set([...holidays, ...makeUpDays].map((day) => Number(day.slice(0, 4))))];
  const of = (days: readonly string[], year: number) =>
    days.filter((day) => day.startsWith(`${year}-`)).toSorted();
  return {
    days: known.map(({ key, initial, most }) => ({
      key,
      value: now[key] ?? initial,
      initial,
      most,
      changes: changes(key),
    })),
    calendar: years
      .toSorted((a, b) => b - a)
      .map((year) => ({
        year,
        holidays: of(holidays, year),
        makeUpDays: of(makeUpDays, year),
        changes: changes(calendarKey(year)),
      })),
  };
}
