import { implement } from '@orpc/server';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { directoryContract } from '../contract.ts';
import { addCarrierMember, endCarrierMember, noteCarrierActivity } from './carriers.ts';
import { registerExpert, restoreExpert, retireExpert, reviseExpert } from './expert-commands.ts';
import { getExpert, listExperts } from './expert-queries.ts';
import { compareVersions, getHistory } from './history.ts';
import { mergeExpert, mergeOrganisation } from './merge-entries.ts';
import {
  createRetireOrganisation,
  getOrganisationRow,
  restoreOrganisation,
  reviseOrganisation,
  type CountListings,
} from './organisation-commands.ts';
import { getOrganisation, listOrganisations, organisationSummary } from './organisation-queries.ts';
import { enterOrganisation, registerOrganisation } from './register-organisation.ts';
import { findSimilarExperts, findSimilarOrganisations } from './similar-entries.ts';

export function createDirectoryRouter(
  platform: Platform,
  /** Counts of published listings, from the module that owns them. */
  countListings: CountListings,
) {
  const { db, guard, runCommand } = platform;
  const os = implement(directoryContract).$context<ApiContext>();
  const retireOrganisation = createRetireOrganisation(countListings);
  const oneOrganisation = (context: ApiContext, id: string) =>
    getOrganisation(platform, context, id, (each) => countListings(db, each));
  const summaryOf = async (context: ApiContext, id: string) =>
    organisationSummary(await getOrganisationRow(db, id), context.language);
  return {
    listOrganisations: os.listOrganisations.handler(({ context, input }) => {
      guard.require(context.request.actor, 'organisation.read');
      return listOrganisations(db, input, context.language);
    }),
    findSimilarOrganisations: os.findSimilarOrganisations.handler(({ context, input }) => {
      guard.require(context.request.actor, 'organisation.register');
      return findSimilarOrganisations(db, input, context.language);
    }),
    getOrganisation: os.getOrganisation.handler(({ context, input }) => {
      guard.require(context.request.actor, 'organisation.read');
      return oneOrganisation(context, input.id);
    }),
    registerOrganisation: os.registerOrganisation.handler(async ({ context, input }) => {
      const { id } = await runCommand(context.request, registerOrganisation, input);
      return summaryOf(context, id);
    }),
    enterOrganisation: os.enterOrganisation.handler(async ({ context, input }) => {
      const { id } = await runCommand(context.request, enterOrganisation, input);
      return summaryOf(context, id);
    }),
    reviseOrganisation: os.reviseOrganisation.handler(async ({ context, input }) => {
      await runCommand(context.request, reviseOrganisation, input);
      return oneOrganisation(context, input.id);
    }),
    retireOrganisation: os.retireOrganisation.handler(async ({ context, input }) => {
      await runCommand(context.request, retireOrganisation, input);
      return oneOrganisation(context, input.id);
    }),
    restoreOrganisation: os.restoreOrganisation.handler(async ({ context, input }) => {
      await runCommand(context.request, restoreOrganisation, input);
      return oneOrganisation(context, input.id);
    }),
    mergeOrganisation: os.mergeOrganisation.handler(async ({ context, input }) => {
      await runCommand(context.request, mergeOrganisation, input);
      return oneOrganisation(context, input.intoId);
    }),
    getOrganisationHistory: os.getOrganisationHistory.handler(({ context, input }) =>
      getHistory(platform, context, { subject: 'organisation', id: input.id }),
    ),
    compareOrganisation: os.compareOrganisation.handler(({ context, input }) =>
      compareVersions(platform, context, { subject: 'organisation', ...input }),
    ),
    addCarrierMember: os.addCarrierMember.handler(async ({ context, input }) => {
      await runCommand(context.request, addCarrierMember, input);
      return oneOrganisation(context, input.id);
    }),
    endCarrierMember: os.endCarrierMember.handler(async ({ context, input }) => {
      await runCommand(context.request, endCarrierMember, input);
      return oneOrganisation(context, input.id);
    }),
    noteCarrierActivity: os.noteCarrierActivity.handler(async ({ context, input }) => {
      await runCommand(context.request, noteCarrierActivity, input);
      return oneOrganisation(context, input.id);
    }),

    listExperts: os.listExperts.handler(({ context, input }) => {
      guard.require(context.request.actor, 'expert.read');
      return listExperts(db, input, context.language);
    }),
    findSimilarExperts: os.findSimilarExperts.handler(({ context, input }) => {
      guard.require(context.request.actor, 'expert.register');
      return findSimilarExperts(db, input, context.language);
    }),
    getExpert: os.getExpert.handler(({ context, input }) => {
      guard.require(context.request.actor, 'expert.read');
      return getExpert(platform, context, input.id);
    }),
    registerExpert: os.registerExpert.handler(async ({ context, input }) => {
      const { id } = await runCommand(context.request, registerExpert, input);
      return getExpert(platform, context, id);
    }),
    reviseExpert: os.reviseExpert.handler(async ({ context, input }) => {
      await runCommand(context.request, reviseExpert, input);
      return getExpert(platform, context, input.id);
    }),
    retireExpert: os.retireExpert.handler(async ({ context, input }) => {
      await runCommand(context.request, retireExpert, input);
      return getExpert(platform, context, input.id);
    }),
    restoreExpert: os.restoreExpert.handler(async ({ context, input }) => {
      await runCommand(context.request, restoreExpert, input);
      return getExpert(platform, context, input.id);
    }),
    mergeExpert: os.mergeExpert.handler(async ({ context, input }) => {
      await runCommand(context.request, mergeExpert, input);
      return getExpert(platform, context, input.intoId);
    }),
    getExpertHistory: os.getExpertHistory.handler(({ context, input }) =>
      getHistory(platform, context, { subject: 'expert', id: input.id }),
    ),
    compareExpert: os.compareExpert.handler(({ context, input }) =>
      compareVersions(platform, context, { subject: 'expert', ...input }),
    ),
  };
}
