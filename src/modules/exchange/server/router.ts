import { implement } from '@orpc/server';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { exchangeContract } from '../contract.ts';
import {
  draftAchievement,
  publishAchievement,
  reviseAchievement,
  withdrawAchievement,
} from './achievement-commands.ts';
import type { TextWeights } from '../domain/closeness.ts';
import { getAchievement, listAchievements, listMyAchievements } from './achievement-queries.ts';
import { pauseNeed, resumeNeed } from './keep-need-clock.ts';
import {
  closeNeed,
  draftNeed,
  publishNeed,
  returnNeed,
  reviseNeed,
  setNeedTier,
  submitNeed,
} from './need-commands.ts';
import { createMergeAchievement, mergeNeed, type CountOpenDockings } from './merge-listings.ts';
import {
  askForClosedPart,
  consentToDisclosure,
  refuseDisclosure,
  revokeDisclosure,
} from './disclosure-commands.ts';
import { getDisclosure, listDisclosures, listMyDisclosures } from './disclosure-queries.ts';
import { confirmAchievement, confirmNeed } from './confirm-listings.ts';
import { draftNeedFromVisit, recordVisit, reviseVisit } from './visit-commands.ts';
import { getVisit, listVisits } from './visit-queries.ts';
import { getNeed, listMyNeeds, listNeeds, listTriage } from './need-queries.ts';
import { downloadListingFile, openClosedPart, requireReadable } from './open-closed-part.ts';
import { readVersions } from './read-versions.ts';
import { findSimilarAchievements, findSimilarNeeds } from './similar-listings.ts';

/** What comes from the modules that come later. */
type Handed = {
  weights: Record<'need' | 'achievement', TextWeights>;
  countOpenDockings: CountOpenDockings;
};

export function createExchangeRouter(platform: Platform, { weights, countOpenDockings }: Handed) {
  const mergeAchievement = createMergeAchievement(countOpenDockings);
  const { runCommand } = platform;
  const os = implement(exchangeContract).$context<ApiContext>();
  const need = async (context: ApiContext, changed: Promise<{ id: string }>) =>
    getNeed(platform, context, (await changed).id);
  const achievement = async (context: ApiContext, changed: Promise<{ id: string }>) =>
    getAchievement(platform, context, (await changed).id);
  const visit = async (context: ApiContext, changed: Promise<{ id: string }>) =>
    getVisit(platform, context, (await changed).id);
  const disclosure = async (changed: Promise<{ id: string }>) =>
    getDisclosure(platform, (await changed).id);
  return {
    openClosedPart: os.openClosedPart.handler(({ context, input }) =>
      openClosedPart(platform, context, { type: input.kind, id: input.id }),
    ),
    askForClosedPart: os.askForClosedPart.handler(async ({ context, input }) => {
      const { kind, id, words } = input;
      await requireReadable(platform, context, { type: kind, id });
      await runCommand(context.request, askForClosedPart, { type: kind, id, words });
      const listing = kind === 'need' ? getNeed : getAchievement;
      return (await listing(platform, context, id)).closed;
    }),
    listDisclosures: os.listDisclosures.handler(({ context, input }) =>
      listDisclosures(platform, context, { type: input.kind, id: input.id }),
    ),
    listMyDisclosures: os.listMyDisclosures.handler(({ context, input }) =>
      listMyDisclosures(platform, context, input),
    ),
    consentToDisclosure: os.consentToDisclosure.handler(({ context, input }) =>
      disclosure(runCommand(context.request, consentToDisclosure, input)),
    ),
    refuseDisclosure: os.refuseDisclosure.handler(({ context, input }) =>
      disclosure(runCommand(context.request, refuseDisclosure, input)),
    ),
    revokeDisclosure: os.revokeDisclosure.handler(({ context, input }) =>
      disclosure(runCommand(context.request, revokeDisclosure, input)),
    ),
    listVisits: os.listVisits.handler(({ context, input }) => listVisits(platform, context, input)),
    getVisit: os.getVisit.handler(({ context, input }) => getVisit(platform, context, input.id)),
    recordVisit: os.recordVisit.handler(({ context, input }) =>
      visit(context, runCommand(context.request, recordVisit, input)),
    ),
    reviseVisit: os.reviseVisit.handler(({ context, input }) =>
      visit(context, runCommand(context.request, reviseVisit, input)),
    ),
    draftNeedFromVisit: os.draftNeedFromVisit.handler(({ context, input }) =>
      runCommand(context.request, draftNeedFromVisit, input),
    ),
    listNeeds: os.listNeeds.handler(({ context, input }) => listNeeds(platform, context, input)),
    listMyNeeds: os.listMyNeeds.handler(({ context, input }) =>
      listMyNeeds(platform, context, input),
    ),
    listTriage: os.listTriage.handler(({ context, input }) => listTriage(platform, context, input)),
    getNeed: os.getNeed.handler(({ context, input }) => getNeed(platform, context, input.id)),
    draftNeed: os.draftNeed.handler(({ context, input }) =>
      need(context, runCommand(context.request, draftNeed, input)),
    ),
    reviseNeed: os.reviseNeed.handler(({ context, input }) =>
      need(context, runCommand(context.request, reviseNeed, input)),
    ),
    submitNeed: os.submitNeed.handler(({ context, input }) =>
      need(context, runCommand(context.request, submitNeed, input)),
    ),
    publishNeed: os.publishNeed.handler(({ context, input }) =>
      need(context, runCommand(context.request, publishNeed, input)),
    ),
    returnNeed: os.returnNeed.handler(({ context, input }) =>
      need(context, runCommand(context.request, returnNeed, input)),
    ),
    closeNeed: os.closeNeed.handler(({ context, input }) =>
      need(context, runCommand(context.request, closeNeed, input)),
    ),
    pauseNeed: os.pauseNeed.handler(({ context, input }) =>
      need(context, runCommand(context.request, pauseNeed, input)),
    ),
    resumeNeed: os.resumeNeed.handler(({ context, input }) =>
      need(context, runCommand(context.request, resumeNeed, input)),
    ),
    setNeedTier: os.setNeedTier.handler(({ context, input }) =>
      need(context, runCommand(context.request, setNeedTier, input)),
    ),
    confirmNeed: os.confirmNeed.handler(({ context, input }) =>
      need(context, runCommand(context.request, confirmNeed, { type: 'need', id: input.id })),
    ),
    findSimilarNeeds: os.findSimilarNeeds.handler(({ context, input }) =>
      findSimilarNeeds(
        platform,
        context,
        { id: input.id, title: input.title, text: input.description },
        weights.need,
      ),
    ),
    mergeNeed: os.mergeNeed.handler(({ context, input }) =>
      need(context, runCommand(context.request, mergeNeed, input)),
    ),
    listNeedVersions: os.listNeedVersions.handler(({ context, input }) =>
      readVersions(platform, context, { type: 'need', id: input.id }),
    ),
    downloadNeedFile: os.downloadNeedFile.handler(({ context, input }) =>
      downloadListingFile(platform, context, { type: 'need', id: input.id }, input.fileId),
    ),
    listAchievementVersions: os.listAchievementVersions.handler(({ context, input }) =>
      readVersions(platform, context, { type: 'achievement', id: input.id }),
    ),
    downloadAchievementFile: os.downloadAchievementFile.handler(({ context, input }) =>
      downloadListingFile(platform, context, { type: 'achievement', id: input.id }, input.fileId),
    ),
    listAchievements: os.listAchievements.handler(({ context, input }) =>
      listAchievements(platform, context, input),
    ),
    listMyAchievements: os.listMyAchievements.handler(({ context, input }) =>
      listMyAchievements(platform, context, input),
    ),
    getAchievement: os.getAchievement.handler(({ context, input }) =>
      getAchievement(platform, context, input.id),
    ),
    draftAchievement: os.draftAchievement.handler(({ context, input }) =>
      achievement(context, runCommand(context.request, draftAchievement, input)),
    ),
    reviseAchievement: os.reviseAchievement.handler(({ context, input }) =>
      achievement(context, runCommand(context.request, reviseAchievement, input)),
    ),
    publishAchievement: os.publishAchievement.handler(({ context, input }) =>
      achievement(context, runCommand(context.request, publishAchievement, input)),
    ),
    withdrawAchievement: os.withdrawAchievement.handler(({ context, input }) =>
      achievement(context, runCommand(context.request, withdrawAchievement, input)),
    ),
    confirmAchievement: os.confirmAchievement.handler(({ context, input }) =>
      achievement(
        context,
        runCommand(context.request, confirmAchievement, { type: 'achievement', id: input.id }),
      ),
    ),
    findSimilarAchievements: os.findSimilarAchievements.handler(({ context, input }) =>
      findSimilarAchievements(
        platform,
        context,
        { id: input.id, title: input.title, text: input.abstract },
        weights.achievement,
        (id) => countOpenDockings(platform.db, id),
      ),
    ),
    mergeAchievement: os.mergeAchievement.handler(({ context, input }) =>
      achievement(context, runCommand(context.request, mergeAchievement, input)),
    ),
  };
}
