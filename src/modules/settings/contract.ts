import { z } from 'zod';
import { day, line, moment, route } from '../../platform/contract/route.ts';

const change = z.object({
  value: z.unknown(),
  source: z.string(),
  at: moment,
  byName: z.string(),
});

export const settingsState = z.object({
  /** Days of each step, and of a pause. */
  days: z.array(
    z.object({
      key: z.string(),
      value: z.number().int(),
      initial: z.number().int(),
      most: z.number().int(),
      changes: z.array(change),
    }),
  ),
  calendar: z.array(
    z.object({
      year: z.number().int(),
      holidays: z.array(day),
      makeUpDays: z.array(day),
      changes: z.array(change),
    }),
  ),
});

export const settingsContract = {
  getDays: route(
    'GET',
    '/settings/days',
    'settings.days',
    'Working days of each step, as pages name them',
  ).output(z.record(z.string(), z.number().int())),
  getSettings: route(
    'GET',
    '/settings',
    'settings.read',
    'The calendar and the days of each step, with who set them and on what ground',
  ).output(settingsState),
  changeDays: route('POST', '/settings/change-days', 'settings.change', 'Set the days of a step')
    .input(
      z.object({
        key: line(60),
        value: z.number().int().min(1).max(250),
        source: line(200, 2),
      }),
    )
    .output(settingsState),
  enterCalendar: route(
    'POST',
    '/settings/enter-calendar',
    'settings.enter-calendar',
    'Enter a year of holidays and make-up working days',
  )
    .input(
      z.object({
        year: z.number().int().min(2020).max(2100),
        holidays: z.array(day).max(60),
        makeUpDays: z.array(day).max(30),
        source: line(200, 4),
      }),
    )
    .output(settingsState),
};
