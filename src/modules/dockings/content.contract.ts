import { z } from 'zod';
import { day, fen, id, line, moment, prose } from '../../platform/contract/route.ts';
import { MAX_MILESTONES } from './domain/milestone-plan.ts';
import { milestoneStatuses, returnReasons } from './domain/milestone.workflow.ts';

/** What a case holds beside its steps: people, meetings, files, milestones. */

const side = z.enum(['asker', 'responder', 'broker', 'operator']);

export const caseFile = z.object({
  id,
  name: z.string(),
  size: z.number().int(),
  mediaType: z.string(),
});

export const casePerson = z.object({ userId: z.string(), name: z.string(), side });

export const meeting = z.object({
  id,
  /** Rises with each change; a command says which one it was decided on. */
  sequence: z.number().int(),
  status: z.enum(['arranged', 'cancelled', 'held']),
  place: z.string(),
  link: z.string(),
  beginsAt: moment,
  endsAt: moment,
  agenda: z.string(),
  organiserName: z.string(),
  /** Whether the reader may move it, call it off; is asked to come; may write or confirm minutes. */
  mayChange: z.boolean(),
  mayAnswer: z.boolean(),
  mayRecord: z.boolean(),
  mayConfirm: z.boolean(),
  people: z.array(
    casePerson.extend({
      isReader: z.boolean(),
      answer: z.enum(['comes', 'absent']).nullable(),
      attended: z.boolean().nullable(),
    }),
  ),
  /** Those who came without having been asked by name. */
  others: z.number().int().nullable(),
  minutes: z
    .object({
      words: z.string(),
      byName: z.string(),
      side,
      at: moment,
      file: caseFile.nullable(),
      confirmations: z.array(z.object({ side, name: z.string(), at: moment })),
    })
    .nullable(),
});

export const milestone = z.object({
  id,
  title: z.string(),
  dueOn: day,
  amountFen: fen,
  status: z.enum(milestoneStatuses),
  paidFen: fen,
  deliveredAt: moment.nullable(),
  acceptedAt: moment.nullable(),
});

/** A moment with any offset, as a form or a calendar gives it. */
const offsetMoment = z.iso.datetime({ offset: true });

export const meetingPlan = {
  place: line(120, 0).default(''),
  /** Of a video meeting: an address, or what the meeting is called there. */
  link: line(500, 0).default(''),
  beginsAt: offsetMoment,
  endsAt: offsetMoment,
  agenda: prose(1000, 4),
  /** Accounts of the case that should come; who calls it together comes anyway. */
  people: z.array(line(64)).max(100),
};

export const minutes = {
  attended: z.array(line(64)).max(100),
  others: z.number().int().min(0).max(500).default(0),
  words: prose(3000, 4),
  fileId: id.nullable().default(null),
};

export const milestonePlan = {
  milestones: z
    .array(
      z.object({ id: id.nullable().default(null), title: line(80, 2), dueOn: day, amountFen: fen }),
    )
    .max(MAX_MILESTONES),
  words: prose(500).default(''),
};

export const deliveryReturn = {
  reasonCode: z.enum(returnReasons),
  words: line(500, 4),
  againBy: day,
};
