import { implement } from '@orpc/server';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { peopleContract } from '../people-contract.ts';
import { approveClaim, refuseClaim, submitClaim, withdrawClaim } from './claim-commands.ts';
import { downloadClaimFile, getClaim, listClaims } from './claim-queries.ts';
import {
  acceptInvitation,
  createInvitePerson,
  leaveOrganisation,
  removePerson,
  revokeInvitation,
} from './people-commands.ts';
import { getInvitation, listPeople } from './people-queries.ts';

export function createPeopleRouter(platform: Platform) {
  const { guard, runCommand } = platform;
  const os = implement(peopleContract).$context<ApiContext>();
  const invitePerson = createInvitePerson(platform);
  return {
    listPeople: os.listPeople.handler(({ context, input }) =>
      listPeople(platform, context, input.id),
    ),
    invitePerson: os.invitePerson.handler(async ({ context, input }) => {
      await runCommand(context.request, invitePerson, input);
      return listPeople(platform, context, input.id);
    }),
    revokeInvitation: os.revokeInvitation.handler(async ({ context, input }) => {
      await runCommand(context.request, revokeInvitation, input);
      return listPeople(platform, context, input.id);
    }),
    removePerson: os.removePerson.handler(async ({ context, input }) => {
      await runCommand(context.request, removePerson, input);
      return listPeople(platform, context, input.id);
    }),
    leaveOrganisation: os.leaveOrganisation.handler(({ context, input }) =>
      runCommand(context.request, leaveOrganisation, input),
    ),
    getInvitation: os.getInvitation.handler(({ context, input }) => {
      guard.require(context.request.actor, 'organisation.read');
      return getInvitation(platform, input.token);
    }),
    acceptInvitation: os.acceptInvitation.handler(({ context, input }) =>
      runCommand(context.request, acceptInvitation, input),
    ),
    submitClaim: os.submitClaim.handler(async ({ context, input }) => {
      const { id } = await runCommand(context.request, submitClaim, input);
      return getClaim(platform, context, id);
    }),
    listClaims: os.listClaims.handler(({ context }) => listClaims(platform, context)),
    getClaim: os.getClaim.handler(({ context, input }) => getClaim(platform, context, input.id)),
    downloadClaimFile: os.downloadClaimFile.handler(({ context, input }) =>
      downloadClaimFile(platform, context, input.id),
    ),
    approveClaim: os.approveClaim.handler(async ({ context, input }) => {
      await runCommand(context.request, approveClaim, input);
      return getClaim(platform, context, input.id);
    }),
    refuseClaim: os.refuseClaim.handler(async ({ context, input }) => {
      await runCommand(context.request, refuseClaim, input);
      return getClaim(platform, context, input.id);
    }),
    withdrawClaim: os.withdrawClaim.handler(async ({ context, input }) => {
      await runCommand(context.request, withdrawClaim, input);
      return getClaim(platform, context, input.id);
    }),
  };
}
