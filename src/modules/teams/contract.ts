import { z } from 'zod';
import {
  actionOffer,
  day,
  dueState,
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
import { dispatchReasons, dispatchStatuses, reportStatuses } from './domain/report.workflow.ts';
import { teamKinds } from './domain/team.policy.ts';
import { figureKeys } from './domain/weekly-report.ts';

const version = z.number().int().min(1);
const sentence = line(500, 4);

export const teamWords = z.object({
  name: line(60, 2),
  kind: z.enum(teamKinds),
  regionCode,
  area: prose(120).default(''),
  industryCodes: z.array(industryCode).max(10).default([]),
  leadId: line(64),
  leadUnitId: id,
});

const member = z.object({
  id,
  kind: z.enum(['expert', 'broker']),
  expertId: id.nullable(),
  name: z.string(),
  about: z.string(),
  from: day,
  until: day.nullable(),
  /** Has no account: the lead answers for this expert. */
  withoutAccount: z.boolean(),
});

export const teamSummary = z.object({
  id,
  name: z.string(),
  kind: z.enum(teamKinds),
  regionCode: z.string(),
  regionName: z.string(),
  area: z.string(),
  industries: z.array(z.object({ code: z.string(), name: z.string() })),
  leadId: z.string(),
  leadName: z.string(),
  leadUnitId: id,
  leadUnitName: z.string(),
  status: z.enum(['active', 'ended']),
  foundedOn: day,
  endedOn: day.nullable(),
  members: z.number().int(),
  mine: z.boolean(),
  isExample: z.boolean(),
});

export const dispatch = z.object({
  id,
  teamId: id,
  teamName: z.string(),
  needId: id,
  needTitle: z.string(),
  askerName: z.string(),
  words: z.string(),
  sentByName: z.string(),
  sentAt: moment,
  isExample: z.boolean(),
  members: z.array(
    z.object({
      id,
      name: z.string(),
      status: z.enum(dispatchStatuses),
      reasonCode: z.enum(dispatchReasons).nullable(),
      words: z.string().nullable(),
      answeredAt: moment.nullable(),
      due: dueState.nullable(),
      /** Whether the reader answers for this one. */
      mayAnswer: z.boolean(),
    }),
  ),
  visits: z.array(
    z.object({
      id,
      visitedOn: day,
      place: z.string(),
      people: z.number().int(),
      found: z.string(),
      nextStep: z.string(),
      recordedByName: z.string(),
    }),
  ),
  mayRecordVisit: z.boolean(),
});

export const teamDetail = teamSummary.extend({
  version,
  memberList: z.array(member),
  /** The latest, for those who may see them. */
  dispatches: z.array(dispatch),
  reports: z.array(
    z.object({ id, weekOf: day, status: z.enum(reportStatuses), sentAt: moment.nullable() }),
  ),
  actions: z.array(actionOffer),
});

const evidence = z.object({ on: day, text: z.string(), path: z.string() });
export const reportDetail = z.object({
  id,
  teamId: id,
  teamName: z.string(),
  leadName: z.string(),
  leadUnitName: z.string(),
  weekOf: day,
  weekUntil: day,
  status: z.enum(reportStatuses),
  version,
  figures: z.array(
    z.object({ key: z.enum(figureKeys), value: z.number().int(), evidence: z.array(evidence) }),
  ),
  body: z.string(),
  /** Until when the figures were counted. */
  factsAt: moment,
  waitingFor: z.string().nullable(),
  myTurn: z.boolean(),
  due: dueState.nullable(),
  sentAt: moment.nullable(),
  versions: z.array(
    z.object({
      number: z.number().int(),
      action: z.string(),
      byName: z.string(),
      at: moment,
      words: z.string().nullable(),
      body: z.string(),
    }),
  ),
  actions: z.array(actionOffer),
});

const reportRow = z.object({
  id,
  teamId: id,
  teamName: z.string(),
  weekOf: day,
  status: z.enum(reportStatuses),
  waitingFor: z.string().nullable(),
  due: dueState.nullable(),
});

export const teamsContract = {
  listTeams: route('GET', '/teams', 'team.read', 'Expert service teams')
    .input(z.object({ ...paging, ended: z.stringbool().default(false) }))
    .output(pageOf(teamSummary)),
  getTeam: route('GET', '/teams/{id}', 'team.read', 'One team')
    .input(z.object({ id }))
    .output(teamDetail),
  foundTeam: route('POST', '/teams', 'team.found', 'Found a team')
    .input(teamWords)
    .output(teamDetail),
  changeTeam: route('POST', '/teams/{id}/change', 'team.change', 'Change what is said of a team')
    .input(teamWords.omit({ regionCode: true }).extend({ id, version }))
    .output(teamDetail),
  endTeam: route('POST', '/teams/{id}/end', 'team.end', 'End a team')
    .input(z.object({ id, version }))
    .output(teamDetail),
  findPeople: route(
    'GET',
    '/team-people',
    'team.find-people',
    'Experts, brokers and accounts by name',
  )
    .input(z.object({ q: line(60) }))
    .output(
      z.array(
        z.object({
          kind: z.enum(['expert', 'broker']),
          expertId: id.nullable(),
          userId: z.string().nullable(),
          name: z.string(),
          about: z.string(),
        }),
      ),
    ),
  addMember: route('POST', '/teams/{id}/add-member', 'team.add-member', 'Take somebody into a team')
    .input(
      z.object({
        id,
        kind: z.enum(['expert', 'broker']),
        expertId: id.nullable().default(null),
        userId: line(64).nullable().default(null),
        from: day,
        until: day.nullable().default(null),
      }),
    )
    .output(teamDetail),
  endMember: route('POST', '/teams/{id}/end-member', 'team.end-member', 'Somebody leaves a team')
    .input(z.object({ id, memberId: id, until: day }))
    .output(teamDetail),
  sendDispatch: route(
    'POST',
    '/teams/{id}/dispatch',
    'dispatch.send',
    'Send a team, or some of it, to a need',
  )
    .input(
      z.object({
        id,
        needId: id,
        /** Empty: the whole team. */
        memberIds: z.array(id).max(60).default([]),
        words: sentence,
      }),
    )
    .output(dispatch),
  listMyDispatches: route('GET', '/my/dispatches', 'dispatch.mine', 'Where I am sent')
    .input(z.object(paging))
    .output(pageOf(dispatch)),
  listNeedDispatches: route(
    'GET',
    '/needs/{id}/dispatches',
    'dispatch.mine',
    'Who was sent to a need, for those who may see it',
  )
    .input(z.object({ id }))
    .output(z.array(dispatch)),
  answerDispatch: route(
    'POST',
    '/dispatch-members/{id}/answer',
    'dispatch.answer',
    'Accept, or decline with the reason',
  )
    .input(
      z.object({
        id,
        accept: z.boolean(),
        reasonCode: z.enum(dispatchReasons).nullable().default(null),
        words: prose(500).default(''),
      }),
    )
    .output(dispatch),
  recordVisit: route(
    'POST',
    '/dispatches/{id}/record-visit',
    'dispatch.record-visit',
    'Record a visit',
  )
    .input(
      z.object({
        id,
        visitedOn: day,
        place: line(120),
        people: z.number().int().min(1).max(500),
        found: line(1000, 4),
        nextStep: line(500, 2),
      }),
    )
    .output(dispatch),
  listReports: route('GET', '/reports', 'report.list', 'Weekly reports that I have to do with')
    .input(z.object(paging))
    .output(pageOf(reportRow)),
  getReport: route('GET', '/reports/{id}', 'report.read', 'One weekly report')
    .input(z.object({ id }))
    .output(reportDetail),
  draftReport: route(
    'POST',
    '/teams/{id}/draft-report',
    'report.draft',
    'Write the draft of this week, unless there is one',
  )
    .input(z.object({ id }))
    .output(reportDetail),
  refreshReport: route(
    'POST',
    '/reports/{id}/refresh',
    'report.refresh',
    'Count and write the draft anew',
  )
    .input(z.object({ id, version }))
    .output(reportDetail),
  reviseReport: route('POST', '/reports/{id}/revise', 'report.revise', 'Change the text')
    .input(z.object({ id, version, body: prose(20_000, 10) }))
    .output(reportDetail),
  submitReport: route('POST', '/reports/{id}/submit', 'report.submit', 'Hand it in')
    .input(z.object({ id, version }))
    .output(reportDetail),
  returnReport: route(
    'POST',
    '/reports/{id}/return',
    'report.return',
    'Return it, with what is missing',
  )
    .input(z.object({ id, version, words: sentence }))
    .output(reportDetail),
  approveReport: route(
    'POST',
    '/reports/{id}/approve',
    'report.approve',
    'Approve it and send it to the lead unit',
  )
    .input(z.object({ id, version }))
    .output(reportDetail),
};
