import { z } from 'zod';
import { dueState, id, moment, route } from '../../platform/contract/route.ts';

export const stuckThing = z.object({
  kind: z.string(),
  id,
  number: z.string().nullable(),
  title: z.string(),
  path: z.string(),
  task: z.string(),
  /** `overdue`: past its time; `silent`: nothing was done for long. */
  standing: z.enum(['overdue', 'silent']),
  due: dueState.nullable(),
  lastAt: moment,
});

export const deskContract = {
  listStuck: route(
    'GET',
    '/stuck',
    'stuck.read',
    'Everything of my regions that is overdue or silent, by the one who holds it',
  )
    .input(z.object({ kind: z.string().max(40).optional(), region: z.string().max(6).optional() }))
    .output(
      z.object({
        holders: z.array(
          z.object({ key: z.string(), name: z.string(), things: z.array(stuckThing) }),
        ),
        kinds: z.array(z.object({ kind: z.string(), count: z.number().int() })),
        silentDays: z.number().int(),
        asOf: moment,
        /** More than are shown here. */
        more: z.boolean(),
      }),
    ),
};
