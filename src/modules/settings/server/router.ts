import { implement } from '@orpc/server';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { settingsContract } from '../contract.ts';
import { changeDays, enterCalendar, type DaysSetting } from './change-settings.ts';
import { daysNow, settingsNow } from './settings-queries.ts';

export function createSettingsRouter(platform: Platform, known: readonly DaysSetting[]) {
  const { db, guard, runCommand } = platform;
  const os = implement(settingsContract).$context<ApiContext>();
  const change = changeDays(known);
  return {
    getDays: os.getDays.handler(({ context }) => {
      guard.require(context.request.actor, 'settings.days');
      return daysNow(db, known);
    }),
    getSettings: os.getSettings.handler(({ context }) => {
      guard.require(context.request.actor, 'settings.read');
      return settingsNow(db, known);
    }),
    changeDays: os.changeDays.handler(async ({ context, input }) => {
      await runCommand(context.request, change, input);
      return settingsNow(db, known);
    }),
    enterCalendar: os.enterCalendar.handler(async ({ context, input }) => {
      await runCommand(context.request, enterCalendar, input);
      return settingsNow(db, known);
    }),
  };
}
