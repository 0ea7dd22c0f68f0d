import { z } from 'zod';
import {
  actionOffer,
  day,
  dueState,
  fen,
  id,
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
import { match } from '../matching/contract.ts';
import {
  caseFile as file,
  casePerson,
  deliveryReturn,
  meeting,
  meetingPlan,
  milestone,
  milestonePlan,
  minutes,
} from './content.contract.ts';
import { dockingStatuses, dockingTurns, endReasons } from './domain/docking.workflow.ts';
import { funnelStages } from './domain/funnel.ts';
import { contractTypes } from './domain/registration.ts';
import {
  deductions,
  organisationRatings,
  ratingAnswers,
  ratings,
  ratingWords,
  registration,
  registrationForm,
  registrationRecord,
} from './registration.contract.ts';

export const dockingSummary = z.object({
  id,
  /** As people cite it: RT-2026-0001. */
  number: z.string(),
  status: z.enum(dockingStatuses),
  needId: id,
  needTitle: z.string(),
  askerName: z.string(),
  offerKind: z.enum(['achievement', 'expert']),
  offerId: id,
  offerTitle: z.string(),
  responderName: z.string(),
  brokerName: z.string().nullable(),
  /** Who acts while the broker is away, and until which day. */
  deputy: z.object({ name: z.string(), until: day }).nullable(),
  turn: z.enum(dockingTurns).nullable(),
  /** The name of the one who must act next. */
  waitingFor: z.string().nullable(),
  /** Whether it is the reader's turn. */
  myTurn: z.boolean(),
  due: dueState.nullable(),
  /** While the clock stands still; `due` is then null. */
  pause: pauseState.nullable(),
  escalated: z.boolean(),
  lastEvent: z.object({ at: moment, action: z.string(), actorName: z.string() }),
  isExample: z.boolean(),
});

export const dockingEntry = z.object({
  id,
  at: moment,
  /** The workflow action, or `propose`, `take`, `message`, `remind`, `payment`, `reminder`, `overdue`, `pause`, `resume`. */
  action: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  actorName: z.string(),
  actorSide: z.enum(['asker', 'responder', 'broker', 'operator', 'system']),
  words: z.string().nullable(),
  reasonCode: z.enum(endReasons).nullable(),
  /** Facts of the step: place and day of a meeting, amounts, working days used. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  file: file.nullable(),
});

export const dockingDetail = dockingSummary.extend({
  version: z.number().int(),
  responderOrganisationId: id.nullable(),
  side: z.enum(['asker', 'responder', 'broker', 'operator']).nullable(),
  need: z.object({
    description: z.string(),
    budgetFen: fen.nullable(),
    months: z.number().int().nullable(),
    coopModes: z.array(z.string()),
    regionName: z.string(),
  }),
  /** The reasons as they stood when the docking was proposed; null when none had been computed. */
  matchThen: match.nullable(),
  stages: z.array(
    z.object({
      status: z.enum(dockingStatuses),
      state: z.enum(['done', 'current', 'ahead', 'ended']),
      at: moment.nullable(),
    }),
  ),
  contract: z
    .object({
      type: z.enum(contractTypes),
      amountFen: fen,
      technologyAmountFen: fen,
      deductions,
      periodFrom: day.nullable(),
      periodUntil: day.nullable(),
      registrationNumber: z.string().nullable(),
      signedOn: day,
      file,
    })
    .nullable(),
  payments: z.array(
    z.object({ id, amountFen: fen, paidOn: day, milestoneId: id.nullable(), file }),
  ),
  /** Everybody who acts in it, whom a meeting may ask. */
  people: z.array(casePerson),
  meetings: z.array(meeting),
  milestones: z.array(milestone),
  /** The papers for the registration of the contract; null before there is one. */
  registration: registration.nullable(),
  ratings,
  history: z.array(dockingEntry),
  actions: z.array(actionOffer),
});

export const funnel = z.object({
  from: day,
  to: day,
  asOf: moment,
  stages: z.array(
    z.object({
      stage: z.enum(funnelStages),
      count: z.number().int(),
      /** Share of the stage before; null for the first, or when that is 0. */
      rate: z.number().nullable(),
    }),
  ),
  includesExamples: z.boolean(),
});

const version = z.number().int().min(1);
const step = { id, version };
const seenMeeting = { id, meetingId: id, sequence: z.number().int().min(0) };
const note = prose(1000).default('');
const sentence = line(500, 4);

const command = (name: string, summary: string) =>
  route('POST', `/dockings/{id}/${name}`, `docking.${name}`, summary);

export const dockingsContract = {
  listDockings: route('GET', '/dockings', 'docking.mine', 'My cases, most urgent first')
    .input(
      z.object({
        ...paging,
        scope: z.enum(['open', 'mine-to-do', 'free', 'overdue', 'ended']).default('open'),
        region: regionCode.optional(),
        /** Cases of the brokers and experts of a team. */
        team: id.optional(),
      }),
    )
    .output(
      pageOf(dockingSummary).extend({
        counts: z.object({
          open: z.number().int(),
          mineToDo: z.number().int(),
          free: z.number().int(),
          overdue: z.number().int(),
          ended: z.number().int(),
        }),
      }),
    ),
  getDocking: route('GET', '/dockings/{id}', 'docking.read', 'One case')
    .input(z.object({ id }))
    .output(dockingDetail),
  proposeDocking: route(
    'POST',
    '/dockings',
    'docking.propose',
    'Bring a need and an offer together',
  )
    .input(
      z.object({
        needId: id,
        offerKind: z.enum(['achievement', 'expert']),
        offerId: id,
        message: prose(1000).default(''),
      }),
    )
    .output(dockingDetail),
  takeDocking: command('take', 'Become the broker of a case that has none')
    .input(z.object(step))
    .output(dockingDetail),
  assignDocking: command('assign', 'Name the broker of a case, or another one')
    .input(z.object({ ...step, brokerId: line(64), words: sentence }))
    .output(dockingDetail),
  listBrokers: route(
    'GET',
    '/brokers',
    'docking.list-brokers',
    'Brokers of my region, with their open cases',
  ).output(z.array(z.object({ id: z.string(), name: z.string(), openCases: z.number().int() }))),
  acceptDocking: command('accept', 'Accept')
    .input(z.object({ ...step, words: note }))
    .output(dockingDetail),
  declineDocking: command('decline', 'Decline, with the reason')
    .input(z.object({ ...step, reasonCode: z.enum(endReasons), words: sentence }))
    .output(dockingDetail),
  recordContact: command('record-contact', 'Record the first contact with both sides')
    .input(
      z.object({ ...step, channel: z.enum(['phone', 'visit', 'video', 'mail']), words: sentence }),
    )
    .output(dockingDetail),
  recordMeeting: command('record-meeting', 'Record a meeting, with its minutes')
    .input(
      z.object({
        ...step,
        /** A meeting of the case whose minutes are written; without one the facts are given here. */
        meetingId: id.nullable().default(null),
        heldOn: day.nullable().default(null),
        place: line(120, 0).default(''),
        people: z.number().int().min(2).max(500).nullable().default(null),
        words: sentence,
      }),
    )
    .output(dockingDetail),
  startNegotiation: command('start-negotiation', 'Go on to negotiate')
    .input(z.object({ ...step, words: note }))
    .output(dockingDetail),
  recordContract: command('record-contract', 'Record the signed contract with its file')
    .input(
      z.object({
        ...step,
        type: z.enum(contractTypes),
        amountFen: fen.min(1),
        /** Left out, it is what remains after the deductions. */
        technologyAmountFen: fen.nullable().default(null),
        deductions,
        periodFrom: day.nullable().default(null),
        periodUntil: day.nullable().default(null),
        /** 16 digits given by the registry; empty until it has answered. */
        registrationNumber: z
          .string()
          .trim()
          .regex(/^\d{16}$/)
          .nullable()
          .default(null),
        signedOn: day,
        fileId: id,
      }),
    )
    .output(dockingDetail),
  prepareRegistration: command(
    'prepare-registration',
    'Fill in what the registration of the contract asks for',
  )
    .input(
      z.object({
        ...step,
        ...registrationForm,
        deductions,
        periodFrom: day.nullable(),
        periodUntil: day.nullable(),
      }),
    )
    .output(dockingDetail),
  downloadRegistration: route(
    'GET',
    '/dockings/{id}/registration-package',
    'docking.read',
    'The papers for the official venue, once they are complete',
  )
    .input(z.object({ id }))
    .output(z.instanceof(Blob)),
  recordRegistration: command(
    'record-registration',
    'Record the number that the registry gave, with its certificate',
  )
    .input(z.object({ ...step, ...registrationRecord }))
    .output(dockingDetail),
  startDelivery: command('start-delivery', 'Start to deliver, with the day agreed')
    .input(z.object({ ...step, deliverBy: day, words: note }))
    .output(dockingDetail),
  recordPayment: command('record-payment', 'Record a payment with its proof')
    .input(
      z.object({
        ...step,
        amountFen: fen.min(1),
        paidOn: day,
        milestoneId: id.nullable().default(null),
        fileId: id,
      }),
    )
    .output(dockingDetail),
  completeDocking: command('complete', 'Accept what was delivered')
    .input(z.object({ ...step, words: sentence }))
    .output(dockingDetail),
  planMilestones: command('plan-milestones', 'Plan the parts of the work under the contract')
    .input(z.object({ ...step, ...milestonePlan }))
    .output(dockingDetail),
  deliver: command('deliver', 'Say that the work, or a part of it, is delivered')
    .input(
      z.object({
        ...step,
        milestoneId: id.nullable().default(null),
        words: sentence,
        fileId: id.nullable().default(null),
      }),
    )
    .output(dockingDetail),
  acceptDelivery: command('accept-delivery', 'Accept the part that was delivered')
    .input(z.object({ ...step, words: note }))
    .output(dockingDetail),
  returnDelivery: command('return-delivery', 'Send back what was delivered, with the reason')
    .input(z.object({ ...step, ...deliveryReturn }))
    .output(dockingDetail),
  endDocking: command('end', 'End without success, with the reason')
    .input(z.object({ ...step, reasonCode: z.enum(endReasons), words: sentence }))
    .output(dockingDetail),
  postMessage: command('post-message', 'Write to the others in the case')
    .input(z.object({ id, words: prose(2000, 1) }))
    .output(dockingDetail),
  rate: command('rate', 'Rate the other side after the end')
    .input(z.object({ id, ...ratingAnswers, words: ratingWords }))
    .output(dockingDetail),
  getOrganisationRatings: route(
    'GET',
    '/organisations/{id}/ratings',
    'docking.read-ratings',
    'What others who worked with an organisation thought of it',
  )
    .input(z.object({ id }))
    .output(organisationRatings),
  printDocking: route('GET', '/dockings/{id}/pdf', 'docking.read', 'The whole case on paper')
    .input(z.object({ id }))
    .output(z.instanceof(Blob)),
  addFiles: command('add-files', 'Put files into the case')
    .input(z.object({ id, fileIds: z.array(id).min(1).max(10), words: note }))
    .output(dockingDetail),
  proposeMeeting: command('propose-meeting', 'Call both sides together')
    .input(z.object({ id, ...meetingPlan }))
    .output(dockingDetail),
  changeMeeting: command('change-meeting', 'Move a meeting, or change its agenda or circle')
    .input(z.object({ ...seenMeeting, ...meetingPlan }))
    .output(dockingDetail),
  cancelMeeting: command('cancel-meeting', 'Call a meeting off')
    .input(z.object({ ...seenMeeting, words: sentence }))
    .output(dockingDetail),
  answerMeeting: command('answer-meeting', 'Say whether I come to a meeting')
    .input(z.object({ id, meetingId: id, comes: z.boolean() }))
    .output(dockingDetail),
  recordMinutes: command('record-minutes', 'Record who came to a meeting and what was said')
    .input(z.object({ id, meetingId: id, ...minutes }))
    .output(dockingDetail),
  confirmMinutes: command('confirm-minutes', 'Confirm the minutes of the other side')
    .input(z.object({ id, meetingId: id }))
    .output(dockingDetail),
  downloadMeeting: route(
    'GET',
    '/dockings/{id}/meetings/{meetingId}/ics',
    'docking.read',
    'A meeting for one’s calendar',
  )
    .input(z.object({ id, meetingId: id }))
    .output(z.instanceof(Blob)),
  remind: command('remind', 'Remind the one whose turn it is')
    .input(z.object({ id }))
    .output(dockingDetail),
  pauseDocking: command('pause', 'Let the clock stand still while something outside is awaited')
    .input(z.object({ ...step, ...pauseInput }))
    .output(dockingDetail),
  resumeDocking: command('resume', 'Let the clock go on')
    .input(z.object({ ...step, words: note }))
    .output(dockingDetail),
  downloadFile: route('GET', '/dockings/{id}/files/{fileId}', 'docking.read', 'A file of a case')
    .input(z.object({ id, fileId: id }))
    .output(z.instanceof(Blob)),
  getResponseRate: route(
    'GET',
    '/organisations/{id}/response-rate',
    'response-rate.read',
    'How many proposals of the last 12 months an organisation answered in time',
  )
    .input(z.object({ id }))
    .output(
      z.object({
        from: day,
        asOf: day,
        proposals: z.number().int(),
        inTime: z.number().int(),
        /** Null while there are fewer than 3. */
        rate: z.number().nullable(),
      }),
    ),
  getFunnel: route('GET', '/funnel', 'funnel.read', 'How far things went, from shown to paid')
    .input(z.object({ from: day.optional(), to: day.optional() }))
    .output(funnel),
};
