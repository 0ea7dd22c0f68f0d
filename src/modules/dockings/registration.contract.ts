import { z } from 'zod';
import { day, fen, id, line, moment, prose, regionCode } from '../../platform/contract/route.ts';
import { caseFile } from './content.contract.ts';
import {
  conditions,
  objectives,
  partyNatures,
  paymentWays,
  rightKinds,
  technologyFields,
} from './domain/registration.ts';

/** What is taken off the amount of a contract as no technology (非技术性费用). */
export const deductions = z
  .array(z.object({ what: line(80), amountFen: fen.min(1) }))
  .max(20)
  .default([]);

export const party = z.object({
  name: line(120, 0),
  country: z.string().regex(/^([A-Z]{3})?$/),
  regionCode: regionCode.or(z.literal('')),
  nature: z.enum(partyNatures).nullable(),
});

export const registrationForm = {
  projectName: line(120, 0),
  buyer: party,
  seller: party,
  rights: z.array(z.enum(rightKinds)).max(rightKinds.length),
  field: z.enum(technologyFields).nullable(),
  objective: z.enum(objectives).nullable(),
  payment: z.enum(paymentWays).nullable(),
  conditions: z.array(z.enum(conditions)).max(conditions.length),
};

/** The papers for the registration: what is filled in, and for each field of the form how it stands. */
export const registration = z.object({
  form: z.object(registrationForm),
  items: z.array(
    z.object({
      code: z.string(),
      standing: z.enum(['met', 'unmet', 'unknown']),
      title: z.string(),
      /** What to do about it; null where it is met. */
      advice: z.string().nullable(),
    }),
  ),
  complete: z.boolean(),
  /** The conditions that its type of contract asks for, to be ticked. */
  conditions: z.array(z.object({ code: z.enum(conditions), title: z.string() })),
  /** A technology amount from which the venue has experts look at it. */
  expertReview: z.boolean(),
  registeredOn: day.nullable(),
  certificate: caseFile.nullable(),
});

const mark = z.number().int().min(1).max(5);
export const ratingAnswers = { reply: mark, promise: mark, again: mark };

export const rating = z.object({
  side: z.enum(['asker', 'responder']),
  byName: z.string(),
  at: moment,
  ...ratingAnswers,
  words: z.string(),
});

export const ratings = z.object({
  /** Those the reader may read now: the own one, and both when they are open. */
  given: z.array(rating),
  /** How many were given, read or not. */
  count: z.number().int(),
  open: z.boolean(),
  /** When they are read at the latest; null before the end. */
  openFrom: moment.nullable(),
});

/** What others who worked with an organisation thought of it; means from three ratings on. */
export const organisationRatings = z.object({
  count: z.number().int(),
  fewest: z.number().int(),
  means: z.object({ reply: z.number(), promise: z.number(), again: z.number() }).nullable(),
});

export const registrationRecord = {
  /** 16 digits, as the registry returned it. */
  registrationNumber: z
    .string()
    .trim()
    .regex(/^\d{16}$/),
  registeredOn: day,
  fileId: id,
};
export const ratingWords = prose(500, 4);
