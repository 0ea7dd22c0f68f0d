import { z } from 'zod';
import { confirmationDays, reminderDays } from '../modules/exchange/domain/confirmation.ts';
import { systemActor } from '../modules/identity/index.ts';
import { setWithSource } from '../modules/settings/index.ts';
import { defineCommand } from '../platform/commands/run-command.ts';
import { StartError } from '../platform/config/config.ts';
import { findSetting } from '../platform/settings/settings.ts';
import type { App } from './compose.ts';
import { daysSettings } from './settings-catalogue.ts';
import { BACKUP_HOUR, BACKUP_KEEP } from './nightly-backup.ts';

type Setting = { schema: z.ZodType; initial: unknown; about: string };

const dates = z.array(z.iso.date()).max(400);
/** Everything an operator may set, with what holds until somebody does. */
const settings: Record<string, Setting> = {
  ...Object.fromEntries(
    daysSettings.map(({ key, initial, most }) => [
      key,
      {
        schema: z.number().int().min(1).max(most),
        initial,
        about: `${most === 250 ? 'working days' : 'days'}, 1 to ${most}`,
      },
    ]),
  ),
  [confirmationDays.setting]: {
    schema: z.number().int().min(7).max(3650),
    initial: confirmationDays.initial,
    about: 'days that a confirmation of a listing holds, 7 to 3650',
  },
  [reminderDays.setting]: {
    schema: z.number().int().min(1).max(90),
    initial: reminderDays.initial,
    about: 'days before its end on which the owner is reminded, 1 to 90',
  },
  'calendar.holidays': {
    schema: dates,
    initial: [],
    about: 'days off on weekdays, by the State Council’s notice: ["2027-01-01", …]',
  },
  'matching.exploration': {
    schema: z.number().min(0).max(0.1),
    initial: 0,
    about:
      'how near two scores must be for chance to decide between their places, 0 (never) to 0.1',
  },
  [BACKUP_HOUR.key]: {
    schema: z.number().int().min(0).max(23),
    initial: BACKUP_HOUR.initial,
    about: 'hour in China from which the embedded database is backed up each day, 0 to 23',
  },
  [BACKUP_KEEP.key]: {
    schema: z.number().int().min(0).max(3650),
    initial: BACKUP_KEEP.initial,
    about: 'days for which those backups stay in DATA_DIR/backups; 0 makes none',
  },
  'webhooks.allow_private': {
    schema: z.boolean(),
    initial: false,
    about: 'whether webhooks may call addresses in private networks: true or false',
  },
  'calendar.make_up_days': {
    schema: dates,
    initial: [],
    about: 'weekend days worked instead (调休): ["2027-02-06", …]',
  },
};

const setSetting = defineCommand({
  name: 'settings.set',
  run: (context, input: { key: string; value: unknown }) =>
    setWithSource(context, { ...input, source: 'command line' }),
});

export async function showSettings({ platform }: App): Promise<number> {
  for (const [key, { initial, about }] of Object.entries(settings)) {
    const value = await findSetting(platform.db, key);
    const shown = JSON.stringify(value ?? initial);
    process.stdout.write(
      `${key.padEnd(26)}${shown}${value === undefined ? '' : ' (set)'}  ${about}\n`,
    );
  }
  return 0;
}

export async function changeSetting({ platform }: App, key: string, text: string): Promise<number> {
  const setting = settings[key];
  if (!setting) {
    throw new StartError(`There is no setting ${key}. See them with: npm run cli -- settings`);
  }
  const parsed = setting.schema.safeParse(readJson(text));
  if (!parsed.success) throw new StartError(`${key} cannot be ${text}: it takes ${setting.about}.`);
  await platform.runCommand({ actor: systemActor, requestId: 'cli' }, setSetting, {
    key,
    value: parsed.data,
  });
  process.stdout.write(
    `${key} is now ${JSON.stringify(parsed.data)}. What starts from now on follows it.\n`,
  );
  return 0;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
