import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import {
  actorKey,
  defineCommand,
  type CommandContext,
} from '../../../platform/commands/run-command.ts';
import { findSetting, writeSetting } from '../../../platform/settings/settings.ts';
import { calendarProblems, withYear, type CalendarYear } from '../domain/calendar-entry.ts';
import type { SettingsTables } from './tables.ts';

/** A number of days that can be set, with what holds until somebody does. */
export type DaysSetting = { key: string; initial: number; most: number };

export const HOLIDAYS = 'calendar.holidays';
export const MAKE_UP_DAYS = 'calendar.make_up_days';
export const calendarKey = (year: number): string => `calendar.${year}`;

/** Sets a value and keeps who did it, when and on what ground; on the command line too. */
export async function setWithSource(
  context: CommandContext,
  change: { key: string; value: unknown; source: string },
): Promise<void> {
  await writeSetting(context.tx, {
    key: change.key,
    value: change.value,
    at: context.now,
    by: actorKey(context.actor),
  });
  await noteChange(context, change);
}

async function noteChange(
  { tx, actor, now, emit }: CommandContext,
  { key, value, source }: { key: string; value: unknown; source: string },
): Promise<void> {
  await tx
    .withTables<SettingsTables>()
    .insertInto('settingChanges')
    .values({
      id: newId(now.getTime()),
      key,
      value: JSON.stringify(value),
      source,
      at: now,
      changedBy: actorKey(actor),
      changedByName: actor.name,
    })
    .execute();
  emit({
    type: 'settings.changed',
    subject: { type: 'settings', id: key },
    data: { value, source, actorId: actor.userId },
  });
}

export const changeDays = (known: readonly DaysSetting[]) =>
  defineCommand({
    name: 'settings.change',
    async run(context, input: { key: string; value: number; source: string }) {
      const setting = known.find(({ key }) => key === input.key);
      if (!setting) throw new AppError('invalid', { code: 'settings.unknown' });
      if (input.value > setting.most) {
        throw new AppError(
          'invalid',
          { code: 'settings.too_many', params: { most: setting.most } },
          [{ path: 'value', message: String(input.value) }],
        );
      }
      await setWithSource(context, input);
    },
  });

/** Takes a year of the calendar as a whole: what was entered for it before is replaced. */
export const enterCalendar = defineCommand({
  name: 'settings.enter-calendar',
  async run(context, input: CalendarYear & { source: string }) {
    const { tx, now, actor } = context;
    const issues = calendarProblems(input);
    if (issues.length > 0) throw new AppError('invalid', { code: 'calendar.wrong' }, issues);
    const { year, source, holidays, makeUpDays } = input;
    for (const [key, days] of [
      [HOLIDAYS, holidays],
      [MAKE_UP_DAYS, makeUpDays],
    ] as const) {
      const present = (await findSetting<string[]>(tx, key)) ?? [];
      await writeSetting(tx, {
        key,
        value: withYear(present, year, days),
        at: now,
        by: actorKey(actor),
      });
    }
    await noteChange(context, { key: calendarKey(year), value: { holidays, makeUpDays }, source });
  },
});
