import { implement } from '@orpc/server';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { leavesContract } from '../leaves.contract.ts';
import { endLeave, enterLeave, listLeaves } from './leaves.ts';

export function createLeavesRouter({ db, guard, clock, runCommand }: Platform) {
  const os = implement(leavesContract).$context<ApiContext>();
  const mine = ({ request: { actor } }: ApiContext) => listLeaves(db, actor, clock.now());
  return {
    listMyLeaves: os.listMyLeaves.handler(({ context }) => {
      guard.require(context.request.actor, 'leave.mine');
      return mine(context);
    }),
    enterLeave: os.enterLeave.handler(async ({ context, input }) => {
      await runCommand(context.request, enterLeave, input);
      return mine(context);
    }),
    endLeave: os.endLeave.handler(async ({ context, input }) => {
      await runCommand(context.request, endLeave, input);
      return mine(context);
    }),
  };
}
