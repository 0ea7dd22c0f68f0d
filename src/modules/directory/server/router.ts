import { implement } from '@orpc/server';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { regionLabel } from '../../reference-data/index.ts';
import { directoryContract } from '../contract.ts';
import { getExpert, getOrganisation, listExperts, listOrganisations } from './directory-queries.ts';
import { registerExpert } from './register-expert.ts';
import { registerOrganisation } from './register-organisation.ts';

export function createDirectoryRouter(
  platform: Platform,
  /** Counts of published listings, from the module that owns them. */
  listingCounts: (organisationId: string) => Promise<{ needs: number; achievements: number }>,
) {
  const { db, guard, runCommand } = platform;
  const os = implement(directoryContract).$context<ApiContext>();
  return {
    listOrganisations: os.listOrganisations.handler(({ context, input }) => {
      guard.require(context.request.actor, 'organisation.read');
      return listOrganisations(db, input, context.language);
    }),
    getOrganisation: os.getOrganisation.handler(async ({ context, input }) => {
      guard.require(context.request.actor, 'organisation.read');
      const organisation = await getOrganisation(db, input.id, context.language);
      return { ...organisation, ...(await listingCounts(input.id)) };
    }),
    registerOrganisation: os.registerOrganisation.handler(async ({ context, input }) => {
      const { id } = await runCommand(context.request, registerOrganisation, input);
      return {
        id,
        name: input.name,
        kind: input.kind,
        regionCode: input.regionCode,
        regionName: regionLabel(input.regionCode, context.language),
        isExample: false,
      };
    }),
    listExperts: os.listExperts.handler(({ context, input }) => {
      guard.require(context.request.actor, 'expert.read');
      return listExperts(db, input, context.language);
    }),
    getExpert: os.getExpert.handler(({ context, input }) => {
      guard.require(context.request.actor, 'expert.read');
      return getExpert(db, input.id, context.request.actor, context.language);
    }),
    registerExpert: os.registerExpert.handler(async ({ context, input }) => {
      const { id } = await runCommand(context.request, registerExpert, input);
      return getExpert(db, id, context.request.actor, context.language);
    }),
  };
}
