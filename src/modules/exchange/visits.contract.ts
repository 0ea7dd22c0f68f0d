import { z } from 'zod';
import {
  day,
  id,
  line,
  moment,
  pageOf,
  paging,
  prose,
  route,
} from '../../platform/contract/route.ts';
import { needDetail } from './needs.contract.ts';
import { version } from './shapes.contract.ts';

/** What somebody who visited an organisation writes down; only the problem has to be said. */
const visitWords = z.object({
  organisationId: id,
  visitedOn: day,
  /** Who went, by name. */
  visitors: line(200, 2),
  /** Whom they met: names, posts. */
  met: line(200, 2),
  situation: prose(3000).default(''),
  problem: prose(5000, 10),
  wanted: prose(2000).default(''),
  promised: prose(2000).default(''),
});

export const visitSummary = z.object({
  id,
  organisationId: id,
  organisationName: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  visitedOn: day,
  visitors: z.string(),
  met: z.string(),
  problem: z.string(),
  recorderName: z.string(),
  updatedAt: moment,
  /** Needs that came of it. */
  needs: z.array(z.object({ id, title: z.string(), status: z.string() })),
});

const visitDetail = visitSummary.extend({
  version: z.number().int(),
  situation: z.string(),
  wanted: z.string(),
  promised: z.string(),
  mayRevise: z.boolean(),
  mayDraft: z.boolean(),
});

export const visitRoutes = {
  listVisits: route('GET', '/visits', 'visit.read', 'Visit records I may read, newest first')
    .input(z.object({ ...paging, organisation: id.optional() }))
    .output(pageOf(visitSummary)),
  getVisit: route('GET', '/visits/{id}', 'visit.read', 'One visit record')
    .input(z.object({ id }))
    .output(visitDetail),
  recordVisit: route('POST', '/visits', 'visit.record', 'Write down a visit')
    .input(visitWords)
    .output(visitDetail),
  reviseVisit: route('POST', '/visits/{id}/revise', 'visit.revise', 'Change a visit record')
    .input(visitWords.omit({ organisationId: true }).extend({ id, version }))
    .output(visitDetail),
  draftNeedFromVisit: route(
    'POST',
    '/visits/{id}/draft-need',
    'visit.draft-need',
    'Draft a need of the visited organisation; its owner confirms and hands it in',
  )
    .input(z.object({ id, title: line(120, 4), description: prose(5000, 10) }))
    .output(needDetail.pick({ id: true, title: true })),
};
