import { z } from 'zod';
import { day, id, line, prose, route } from '../../platform/contract/route.ts';

const leaves = z.object({
  /** Mine that are not over. */
  leaves: z.array(
    z.object({ id, deputyName: z.string(), from: day, until: day, note: z.string() }),
  ),
  /** For whom I act today. */
  actingFor: z.array(z.object({ name: z.string(), until: z.string() })),
  /** Who could act for me. */
  deputies: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const leavesContract = {
  listMyLeaves: route(
    'GET',
    '/my/leaves',
    'leave.mine',
    'When I am away, and for whom I act',
  ).output(leaves),
  enterLeave: route(
    'POST',
    '/my/leaves',
    'leave.enter',
    'Say when I am away and who acts meanwhile',
  )
    .input(z.object({ deputyId: line(64), from: day, until: day, note: prose(200).default('') }))
    .output(leaves),
  endLeave: route('POST', '/leaves/{id}/end', 'leave.end', 'I am back, or it is called off')
    .input(z.object({ id }))
    .output(leaves),
};
