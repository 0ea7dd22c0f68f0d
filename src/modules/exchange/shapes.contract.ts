import { z } from 'zod';
import {
  id,
  industryCode,
  line,
  moment,
  paging,
  refusal,
  regionCode,
} from '../../platform/contract/route.ts';
import { cooperationModes } from './domain/exchange.policy.ts';
import { versionFields } from './domain/versions.ts';

/** What needs and achievements have in common. */
export const modes = z.array(z.enum(cooperationModes)).max(cooperationModes.length);

/**
 * Files of a listing, uploaded before; the whole list, in the order of the page. Left out of a change,
 * they stay as they are. `closed`: only for those to whom the closed part is open.
 */
export const attachmentEntries = z
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
export const attachments = z.array(
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

/** The listing in which this one ended; null too when the reader may not see that one. */
export const mergedInto = z.object({ id, title: z.string() }).nullable();

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

/** Until when a listing counts as confirmed; null for what is not published, and for examples. */
export const confirmation = z
  .object({
    confirmedAt: moment.nullable(),
    until: moment,
    /** Hidden from lists, searching and matching until its owner confirms it. */
    hidden: z.boolean(),
    /** The end is near: the owner is asked. */
    soon: z.boolean(),
    mayConfirm: z.boolean(),
  })
  .nullable();

/** What a listing said, newest first; a field that says nothing is left out. */
export const versions = z.array(
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
export const similarListings = z.object({
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
export const comparedWords = {
  id: id.optional(),
  title: z.string().trim().max(200),
};

/** The version read, so that nobody writes over another's change. */
export const version = z.number().int().min(1);
export const because = line(500, 4);

export const list = {
  ...paging,
  q: z.string().trim().max(200).optional(),
  region: regionCode.optional(),
  industry: industryCode.optional(),
};
