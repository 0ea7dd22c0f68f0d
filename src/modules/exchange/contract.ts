import { z } from 'zod';
import {
  actionOffer,
  dueState,
  fen,
  id,
  industryCode,
  line,
  moment,
  pageOf,
  paging,
  prose,
  refusal,
  regionCode,
  route,
} from '../../platform/contract/route.ts';
import { achievementStatuses } from './domain/achievement.workflow.ts';
import { cooperationModes } from './domain/exchange.policy.ts';
import { patentKinds, patentStatuses } from './domain/patents.ts';
import { versionFields } from './domain/versions.ts';
import { needCloseReasons, needStatuses, statedCloseReasons } from './domain/need.workflow.ts';

const modes = z.array(z.enum(cooperationModes)).max(cooperationModes.length);

/**
 * Files of a listing, uploaded before; the whole list, in the order of the page. Left out of a change,
 * they stay as they are. `closed`: only for those to whom the closed part is open.
 */
const attachmentEntries = z
  .array(
    z.object({
      fileId: id,
      caption: z.string().trim().max(120).default(''),
      purpose: z.enum(['document', 'maturity']).default('document'),
      closed: z.boolean().default(false),
    }),
  )
  .max(20)
  .optional();
const attachments = z.array(
  z.object({
    fileId: id,
    name: z.string(),
    size: z.number().int(),
    mediaType: z.string(),
    caption: z.string(),
    purpose: z.enum(['document', 'maturity']),
    closed: z.boolean(),
  }),
);

/** What an enterprise says of its problem. Only title and description are asked for. */
export const needWords = z.object({
  title: line(120, 4),
  description: prose(5000, 10),
  regionCode,
  industryCode: industryCode.nullable().default(null),
  budgetFen: fen.nullable().default(null),
  months: z.number().int().min(1).max(120).nullable().default(null),
  coopModes: modes.default([]),
  attachments: attachmentEntries,
});

export const needSummary = z.object({
  id,
  title: z.string(),
  description: z.string(),
  status: z.enum(needStatuses),
  organisationId: id,
  organisationName: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  industryCode: z.string().nullable(),
  industryName: z.string().nullable(),
  budgetFen: fen.nullable(),
  months: z.number().int().nullable(),
  coopModes: z.array(z.string()),
  publishedAt: moment.nullable(),
  updatedAt: moment,
  /** Whose turn it is, until when; null for drafts and ended needs. */
  due: dueState.nullable(),
  dockings: z.number().int(),
  isExample: z.boolean(),
});

/** The listing in which this one ended; null too when the reader may not see that one. */
const mergedInto = z.object({ id, title: z.string() }).nullable();

export const historyEntry = z.object({
  at: moment,
  action: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  actorName: z.string(),
  /** The actor's own words, if any. */
  words: z.string().nullable(),
  reasonCode: z.string().nullable(),
});

export const needDetail = needSummary.extend({
  version: z.number().int(),
  turn: z.string().nullable(),
  waitingFor: z.string().nullable(),
  closeReason: z.enum(needCloseReasons).nullable(),
  mergedInto,
  attachments,
  mine: z.boolean(),
  /** Empty for those who have no part in it. */
  history: z.array(historyEntry),
  actions: z.array(actionOffer),
});

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
  mine: z.boolean(),
  /** Empty for those who have no part in it. */
  history: z.array(historyEntry),
  actions: z.array(actionOffer),
});

/** What a listing said, newest first; a field that says nothing is left out. */
const versions = z.array(
  z.object({
    number: z.number().int(),
    at: moment,
    /** Empty for what came in with a whole library. */
    actorName: z.string(),
    fields: z.array(z.object({ field: z.enum(versionFields), value: z.string() })),
  }),
);

const stretch = z.object({
  field: z.enum(['title', 'text']),
  start: z.number().int(),
  end: z.number().int(),
});

/**
 * Listings that say nearly the same, nearest first, three at most, of those that the reader may see.
 * `text` is the description or the abstract. `complete` is false while the public ones cannot be
 * searched.
 */
const similarListings = z.object({
  complete: z.boolean(),
  items: z.array(
    z.object({
      id,
      title: z.string(),
      text: z.string(),
      status: z.string(),
      organisationName: z.string(),
      updatedAt: moment,
      mine: z.boolean(),
      /** The reader may go on writing there. */
      editable: z.boolean(),
      /** `figures`: the same words with another figure. */
      level: z.enum(['same', 'figures', 'close']),
      /** Share of the telling words that stand in both, 0..1. */
      share: z.number(),
      figures: z.array(z.object({ mine: z.string(), theirs: z.string() })),
      onlyThere: z.array(stretch),
      onlyHere: z.array(stretch),
      /** Whether the compared listing may end in this one; null when it is not for the reader, or not kept yet. */
      merge: z
        .object({ allowed: z.boolean(), reasons: z.array(refusal), otherOwner: z.boolean() })
        .nullable(),
    }),
  ),
});

/** What is being written; `id` when it is kept already. Words may still be too few to be kept. */
const comparedWords = {
  id: id.optional(),
  title: z.string().trim().max(200),
};

/** The version read, so that nobody writes over another's change. */
const version = z.number().int().min(1);
const because = line(500, 4);

const list = {
  ...paging,
  q: z.string().trim().max(200).optional(),
  region: regionCode.optional(),
  industry: industryCode.optional(),
};

export const exchangeContract = {
  listNeeds: route('GET', '/needs', 'need.read', 'Published needs, newest first')
    .input(z.object(list))
    .output(pageOf(needSummary)),
  listMyNeeds: route('GET', '/my/needs', 'need.mine', 'Needs of my organisations, in every state')
    .input(z.object(paging))
    .output(pageOf(needSummary)),
  listTriage: route(
    'GET',
    '/triage',
    'need.triage',
    'Needs that wait for an operator, most urgent first',
  )
    .input(z.object(paging))
    .output(pageOf(needSummary)),
  getNeed: route('GET', '/needs/{id}', 'need.read', 'One need')
    .input(z.object({ id }))
    .output(needDetail),
  draftNeed: route('POST', '/needs', 'need.draft', 'Start a need')
    .input(needWords.extend({ organisationId: id }))
    .output(needDetail),
  reviseNeed: route('POST', '/needs/{id}/revise', 'need.revise', 'Change a draft or returned need')
    .input(needWords.extend({ id, version }))
    .output(needDetail),
  submitNeed: route('POST', '/needs/{id}/submit', 'need.submit', 'Hand a need in for triage')
    .input(z.object({ id, version }))
    .output(needDetail),
  publishNeed: route('POST', '/needs/{id}/publish', 'need.publish', 'Publish a need')
    .input(z.object({ id, version, words: prose(500).optional() }))
    .output(needDetail),
  returnNeed: route('POST', '/needs/{id}/return', 'need.return', 'Ask the owner to say more')
    .input(z.object({ id, version, words: because }))
    .output(needDetail),
  closeNeed: route('POST', '/needs/{id}/close', 'need.close', 'End a need, with the reason')
    .input(z.object({ id, version, reasonCode: z.enum(statedCloseReasons), words: because }))
    .output(needDetail),
  findSimilarNeeds: route(
    'POST',
    '/needs/similar',
    'need.compare',
    'Needs that say nearly the same as these words; changes nothing',
  )
    .input(z.object({ ...comparedWords, description: z.string().trim().max(5000) }))
    .output(similarListings),
  mergeNeed: route('POST', '/needs/{id}/merge', 'need.merge', 'End a need in another one')
    .input(z.object({ id, version, intoId: id, words: because.optional() }))
    .output(needDetail),

  listNeedVersions: route(
    'GET',
    '/needs/{id}/versions',
    'need.read-versions',
    'What a need said before and says now',
  )
    .input(z.object({ id }))
    .output(versions),
  downloadNeedFile: route('GET', '/needs/{id}/files/{fileId}', 'need.read', 'A file of a need')
    .input(z.object({ id, fileId: id }))
    .output(z.instanceof(Blob)),

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
