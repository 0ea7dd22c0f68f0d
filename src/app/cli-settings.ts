import { z } from 'zod';
import { bookingWorkflow } from '../modules/directory/domain/booking.workflow.ts';
import { claimWorkflow } from '../modules/directory/domain/claim.workflow.ts';
import { dockingWorkflow } from '../modules/dockings/domain/docking.workflow.ts';
import { confirmationDays, reminderDays } from '../modules/exchange/domain/confirmation.ts';
import { needWorkflow } from '../modules/exchange/domain/need.workflow.ts';
import { systemActor } from '../modules/identity/index.ts';
import { dispatchWorkflow, reportWorkflow } from '../modules/teams/domain/report.workflow.ts';
import { LONGEST_PAUSE } from '../platform/clocks/pauses.ts';
import { defineCommand } from '../platform/commands/run-command.ts';
import { StartError } from '../platform/config/config.ts';
import { findSetting, writeSetting } from '../platform/settings/settings.ts';
import type { App } from './compose.ts';
import { BACKUP_HOUR, BACKUP_KEEP } from './nightly-backup.ts';

type Setting = { schema: z.ZodType; initial: unknown; about: string };

const days = z.number().int().min(1).max(250);
const dates = z.array(z.iso.date()).max(400);
const states = [
  claimWorkflow,
  bookingWorkflow,
  needWorkflow,
  dockingWorkflow,
  dispatchWorkflow,
  reportWorkflow,
].flatMap((workflow): { due?: { setting: string; workingDays: number } }[] =>
  Object.values(workflow.states),
);

/** Everything an operator may set, with what holds until somebody does. */
const settings: Record<string, Setting> = {
  ...Object.fromEntries(
    states.flatMap(({ due }) =>
      due
        ? [
            [
              due.setting,
              { schema: days, initial: due.workingDays, about: 'working days, 1 to 250' },
            ],
          ]
        : [],
    ),
  ),
  [LONGEST_PAUSE.setting]: {
    schema: z.number().int().min(1).max(LONGEST_PAUSE.most),
    initial: LONGEST_PAUSE.days,
    about: `calendar days that a step may stand still in all, 1 to ${LONGEST_PAUSE.most}`,
  },
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
  async run({ tx, now, emit }, input: { key: string; value: unknown }) {
    await writeSetting(tx, { ...input, at: now, by: 'system' });
    emit({
      type: 'settings.changed',
      subject: { type: 'settings', id: input.key },
      data: { value: input.value },
    });
  },
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
