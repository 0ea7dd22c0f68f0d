import { z } from 'zod';
import { id, line, moment, route } from '../../platform/contract/route.ts';
import { scopes } from './domain/scopes.ts';

const apiKey = z.object({
  id,
  name: z.string(),
  /** The first characters of the key. */
  hint: z.string(),
  scopes: z.array(z.string()),
  perMinute: z.number().int(),
  /** Set when it acts for an organisation alone. */
  organisationName: z.string().nullable(),
  madeBy: z.string(),
  mine: z.boolean(),
  createdAt: moment,
  expiresAt: moment.nullable(),
  lastUsedAt: moment.nullable(),
  revokedAt: moment.nullable(),
});

const calendar = z.object({ createdAt: moment.nullable() });

export const accessContract = {
  listKeys: route(
    'GET',
    '/my/keys',
    'key.mine',
    'My API keys, and those of my organisations',
  ).output(z.array(apiKey)),
  createKey: route(
    'POST',
    '/my/keys',
    'key.create',
    'Make an API key; its secret is shown this once',
  )
    .input(
      z.object({
        name: line(60),
        /** To act for one of my organisations alone. */
        organisationId: id.nullable().default(null),
        scopes: z.array(z.enum(scopes)).min(1),
        perMinute: z.number().int().min(1).max(1200).default(120),
        expiresAt: moment.nullable().default(null),
      }),
    )
    .output(z.object({ id, secret: z.string() })),
  revokeKey: route('POST', '/my/keys/{id}/revoke', 'key.revoke', 'End an API key now')
    .input(z.object({ id }))
    .output(z.array(apiKey)),
  getCalendar: route(
    'GET',
    '/my/calendar',
    'calendar.mine',
    'Whether my dates have a private address for calendars',
  ).output(calendar),
  renewCalendar: route(
    'POST',
    '/my/calendar/renew',
    'calendar.renew',
    'A new private address of my dates; the one before stops working',
  ).output(z.object({ address: z.string() })),
  revokeCalendar: route(
    'POST',
    '/my/calendar/revoke',
    'calendar.revoke',
    'End the private address of my dates',
  ).output(calendar),
};
