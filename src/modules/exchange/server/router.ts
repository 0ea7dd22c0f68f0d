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
import {
  closeNeed,
  draftNeed,
  publishNeed,
  returnNeed,
  reviseNeed,
  submitNeed,
} from './need-commands.ts';
import { createMergeAchievement, mergeNeed, type CountOpenDockings } from './merge-listings.ts';
import { getNeed, listMyNeeds, listNeeds, listTriage } from './need-queries.ts';
import { downloadListingFile, readVersions } from './read-listing.ts';
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
  return {
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
