import { z } from 'zod';
import { fen, id, moment, prose, regionCode, route } from '../../platform/contract/route.ts';

const reason = z.object({
  kind: z.enum(['phrase', 'metric', 'budget', 'maturity', 'cooperation', 'region', 'industry']),
  verdict: z.enum(['yes', 'near', 'part', 'none', 'no']),
  wanted: z.string().nullable(),
  offered: z.string().nullable(),
  pair: z.number().int().optional(),
  note: z
    .object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .optional(),
});

const mark = z.object({
  field: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  pair: z.number().int().optional(),
  style: z.enum(['met', 'near', 'read']),
});

/** A candidate with everything a page needs to show why. `text` is the field the marks point into. */
export const match = z.object({
  kind: z.enum(['achievement', 'expert']),
  id,
  rank: z.number().int(),
  /** 0..1, comparable within one answer only; not a percentage. */
  score: z.number(),
  title: z.string(),
  fields: z.record(z.string(), z.string()),
  organisationName: z.string(),
  /** For an expert: position; for an achievement: empty. */
  position: z.string(),
  regionName: z.string(),
  trl: z.number().int().nullable(),
  priceMinFen: fen.nullable(),
  priceMaxFen: fen.nullable(),
  coopModes: z.array(z.string()),
  isExample: z.boolean(),
  reasons: z.array(reason),
  against: z.array(reason),
  marks: z.object({ asked: z.array(mark), offered: z.array(mark) }),
  features: z.record(z.string(), z.number()),
});
export type Match = z.infer<typeof match>;

/** A place in one field of the question; UTF-16 offsets. */
const place = z.object({
  field: z.enum(['title', 'text']),
  start: z.number().int(),
  end: z.number().int(),
});

/** How the question was read before anything was looked for. */
export const reading = z.object({
  /** What is wanted, and the words that said so; null when nothing spoke against technology. */
  wanted: z.enum(['technology', 'people', 'equipment', 'money', 'landing']),
  evidence: place.nullable(),
  /** The single needs of a list; empty when there is but one. */
  needs: z.array(place.extend({ text: z.string() })),
  /** What counted less than the rest, by which cues, and how much (0..1). */
  countedLess: z.array(
    place.extend({
      role: z.enum(['profile', 'boilerplate', 'empty']),
      weight: z.number(),
      cues: z.array(z.string()),
    }),
  ),
});
export type Reading = z.infer<typeof reading>;

export const answer = z.object({
  /** Names this answer, for counting what was opened; the words asked are not kept. Null for previews. */
  askId: id.nullable(),
  asked: z.object({ title: z.string(), text: z.string(), reading }),
  matches: z.array(match),
  nearMisses: z.array(match),
  /** What was read through: published listings by kind, with the moment. */
  read: z.object({ achievements: z.number().int(), experts: z.number().int(), asOf: moment }),
});
export type Answer = z.infer<typeof answer>;

export const matchingContract = {
  ask: route('POST', '/match', 'match.ask', 'Who can solve this problem, and why')
    .input(
      z.object({
        text: prose(2000, 2),
        budgetFen: fen.nullable().optional(),
        coopModes: z.array(z.string().max(20)).max(20).optional(),
        regionCode: regionCode.nullable().optional(),
        limit: z.number().int().min(1).max(50).default(10),
        /** Answers while somebody is still typing are not counted. */
        preview: z.boolean().default(false),
      }),
    )
    .output(answer),
  matchNeed: route('POST', '/needs/{id}/match', 'match.need', 'Candidates for a need, with reasons')
    .input(z.object({ id, limit: z.number().int().min(1).max(50).default(20) }))
    .output(answer),
  openMatch: route('POST', '/match/{askId}/open', 'match.ask', 'Say that a candidate was opened')
    .input(z.object({ askId: id, kind: z.enum(['achievement', 'expert']), offerId: id }))
    .output(z.object({ counted: z.boolean() })),
};
