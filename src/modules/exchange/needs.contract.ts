import { z } from 'zod';
import {
  actionOffer,
  day,
  dueState,
  fen,
  id,
  industryCode,
  line,
  moment,
  pageOf,
  paging,
  pauseInput,
  pauseState,
  prose,
  regionCode,
  route,
} from '../../platform/contract/route.ts';
import { needCloseReasons, needStatuses, statedCloseReasons } from './domain/need.workflow.ts';
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
  details: detailsEntry.optional(),
  tier: tier.optional(),
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
  /** While the clock stands still; `due` is then null. For those who have a part in it. */
  pause: pauseState.nullable(),
  dockings: z.number().int(),
  isExample: z.boolean(),
});

export const needDetail = needSummary.extend({
  version: z.number().int(),
  turn: z.string().nullable(),
  waitingFor: z.string().nullable(),
  closeReason: z.enum(needCloseReasons).nullable(),
  mergedInto,
  attachments,
  closed: closedState,
  /** The visit it came from, for those who may read its record. */
  visit: z.object({ id, visitedOn: day, visitors: z.string() }).nullable(),
  confirmation,
  mine: z.boolean(),
  /** Empty for those who have no part in it. */
  history: z.array(historyEntry),
  actions: z.array(actionOffer),
});

export const needRoutes = {
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
  pauseNeed: route(
    'POST',
    '/needs/{id}/pause',
    'need.pause',
    'Let the clock stand still while something outside is awaited',
  )
    .input(z.object({ id, version, ...pauseInput }))
    .output(needDetail),
  resumeNeed: route('POST', '/needs/{id}/resume', 'need.resume', 'Let the clock go on')
    .input(z.object({ id, version, words: prose(1000).default('') }))
    .output(needDetail),
  setNeedTier: route(
    'POST',
    '/needs/{id}/set-tier',
    'need.set-tier',
    'Say who may read the closed part of a need',
  )
    .input(z.object({ id, version, tier }))
    .output(needDetail),
  confirmNeed: route(
    'POST',
    '/needs/{id}/confirm',
    'need.confirm',
    'Say that a need still holds; a hidden one is there again',
  )
    .input(z.object({ id }))
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
};
