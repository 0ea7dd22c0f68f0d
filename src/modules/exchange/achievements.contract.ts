import { z } from 'zod';
import {
  actionOffer,
  fen,
  id,
  industryCode,
  line,
  moment,
  pageOf,
  paging,
  prose,
  regionCode,
  route,
} from '../../platform/contract/route.ts';
import { achievementStatuses } from './domain/achievement.workflow.ts';
import { patentKinds, patentStatuses } from './domain/patents.ts';
import { closedState, detailsEntry, tier } from './closed-parts.contract.ts';
import {
  attachmentEntries,
  attachments,
  because,
  comparedWords,
  confirmation,
  historyEntry,
  list,
  mergedInto,
  modes,
  similarListings,
  version,
  versions,
} from './shapes.contract.ts';

export const achievementWords = z.object({
  title: line(160, 4),
  abstract: prose(5000, 10),
  keywords: z.array(line(30)).max(12).default([]),
  regionCode,
  industryCode: industryCode.nullable().default(null),
  /** Technology readiness level, GB/T 22900: 1 to 9. */
  trl: z.number().int().min(1).max(9).nullable().default(null),
  priceMinFen: fen.nullable().default(null),
  priceMaxFen: fen.nullable().default(null),
  coopModes: modes.default([]),
  /** What proves the level of maturity; files of the purpose `maturity` belong to it. */
  trlProof: prose(1000).nullable().optional(),
  /** Chinese application numbers pass their check digit; the kind follows from the number. */
  patents: z
    .array(
      z.object({
        number: line(40, 4),
        office: z.enum(['cn', 'foreign']).default('cn'),
        status: z.enum(patentStatuses),
      }),
    )
    .max(30)
    .optional(),
  attachments: attachmentEntries,
  details: detailsEntry.optional(),
  tier: tier.optional(),
});

export const achievementSummary = z.object({
  id,
  title: z.string(),
  abstract: z.string(),
  keywords: z.array(z.string()),
  status: z.enum(achievementStatuses),
  organisationId: id,
  organisationName: z.string(),
  expertId: id.nullable(),
  expertName: z.string().nullable(),
  regionCode: z.string(),
  regionName: z.string(),
  industryCode: z.string().nullable(),
  industryName: z.string().nullable(),
  trl: z.number().int().nullable(),
  priceMinFen: fen.nullable(),
  priceMaxFen: fen.nullable(),
  coopModes: z.array(z.string()),
  publishedAt: moment.nullable(),
  updatedAt: moment,
  isExample: z.boolean(),
});

export const achievementDetail = achievementSummary.extend({
  mergedInto,
  version: z.number().int(),
  trlProof: z.string().nullable(),
  patents: z.array(
    z.object({ number: z.string(), kind: z.enum(patentKinds), status: z.enum(patentStatuses) }),
  ),
  attachments,
  closed: closedState,
  confirmation,
  mine: z.boolean(),
  /** Empty for those who have no part in it. */
  history: z.array(historyEntry),
  actions: z.array(actionOffer),
});

export const achievementRoutes = {
  listAchievements: route('GET', '/achievements', 'achievement.read', 'Published achievements')
    .input(z.object({ ...list, trlFrom: z.coerce.number().int().min(1).max(9).optional() }))
    .output(pageOf(achievementSummary)),
  listMyAchievements: route(
    'GET',
    '/my/achievements',
    'achievement.mine',
    'Achievements of my organisations',
  )
    .input(z.object(paging))
    .output(pageOf(achievementSummary)),
  getAchievement: route('GET', '/achievements/{id}', 'achievement.read', 'One achievement')
    .input(z.object({ id }))
    .output(achievementDetail),
  listAchievementVersions: route(
    'GET',
    '/achievements/{id}/versions',
    'achievement.read-versions',
    'What an achievement said before and says now',
  )
    .input(z.object({ id }))
    .output(versions),
  downloadAchievementFile: route(
    'GET',
    '/achievements/{id}/files/{fileId}',
    'achievement.read',
    'A file of an achievement',
  )
    .input(z.object({ id, fileId: id }))
    .output(z.instanceof(Blob)),
  draftAchievement: route('POST', '/achievements', 'achievement.draft', 'Start an achievement')
    .input(achievementWords.extend({ organisationId: id }))
    .output(achievementDetail),
  reviseAchievement: route(
    'POST',
    '/achievements/{id}/revise',
    'achievement.revise',
    'Change an achievement',
  )
    .input(achievementWords.extend({ id, version }))
    .output(achievementDetail),
  publishAchievement: route(
    'POST',
    '/achievements/{id}/publish',
    'achievement.publish',
    'List an achievement',
  )
    .input(z.object({ id, version }))
    .output(achievementDetail),
  withdrawAchievement: route(
    'POST',
    '/achievements/{id}/withdraw',
    'achievement.withdraw',
    'Take an achievement down',
  )
    .input(z.object({ id, version, words: because }))
    .output(achievementDetail),
  confirmAchievement: route(
    'POST',
    '/achievements/{id}/confirm',
    'achievement.confirm',
    'Say that an achievement still holds; a hidden one is there again',
  )
    .input(z.object({ id }))
    .output(achievementDetail),
  findSimilarAchievements: route(
    'POST',
    '/achievements/similar',
    'achievement.compare',
    'Achievements that say nearly the same as these words; changes nothing',
  )
    .input(z.object({ ...comparedWords, abstract: z.string().trim().max(5000) }))
    .output(similarListings),
  mergeAchievement: route(
    'POST',
    '/achievements/{id}/merge',
    'achievement.merge',
    'End an achievement in another one; keywords are united',
  )
    .input(z.object({ id, version, intoId: id, words: because.optional() }))
    .output(achievementDetail),
};
