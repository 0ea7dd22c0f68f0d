import { z } from 'zod';
import { day, id, line, moment, pageOf, paging, route } from '../../platform/contract/route.ts';
import { grantableRoles } from './domain/identity.policy.ts';

const role = z.enum(grantableRoles);

export const grant = z.object({
  id,
  role,
  regionCode: z.string().nullable(),
  from: day,
  until: day.nullable(),
  revokedAt: moment.nullable(),
});

export const account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  createdAt: moment,
  isExample: z.boolean(),
  grants: z.array(grant),
  organisations: z.array(z.object({ id, name: z.string() })),
});

export const identityContract = {
  getMe: route('GET', '/me', 'account.me', 'Who I am, and what this instance offers me').output(
    z.object({
      signedIn: z.boolean(),
      user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
      roles: z.array(z.string()),
      organisations: z.array(z.object({ id, name: z.string() })),
      expertIds: z.array(id),
      region: z.object({ code: z.string(), name: z.string() }),
      /** True while example data are loaded; the web then says so on every page. */
      examples: z.boolean(),
      exampleAccounts: z.array(
        z.object({ email: z.string(), name: z.string(), role: z.string(), password: z.string() }),
      ),
    }),
  ),
  listAccounts: route('GET', '/accounts', 'account.list', 'Accounts with their roles')
    .input(z.object({ ...paging, q: z.string().max(100).optional() }))
    .output(pageOf(account)),
  grantRole: route(
    'POST',
    '/accounts/{userId}/grant-role',
    'role.grant',
    'Give a role from a day on',
  )
    .input(
      z.object({
        userId: line(64),
        role,
        regionCode: z
          .string()
          .regex(/^\d{6}$/)
          .nullable(),
        from: day,
        until: day.nullable(),
      }),
    )
    .output(grant),
  revokeRole: route('POST', '/grants/{id}/revoke', 'role.revoke', 'End a role now')
    .input(z.object({ id }))
    .output(grant),
};
