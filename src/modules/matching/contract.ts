import { z } from 'zod';
import {
  fen,
  id,
  line,
  moment,
  pageOf,
  paging,
  prose,
  regionCode,
  route,
} from '../../platform/contract/route.ts';
import { declineReasons } from './domain/standing.ts';
import { judgeReasons, judgeRoles, personVerdicts, verdicts } from './domain/judgement.ts';

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

/** Why, what speaks against it, where it stands in both texts, and what was measured. */
const explained = {
  reasons: z.array(reason),
  against: z.array(reason),
  marks: z.object({ asked: z.array(mark), offered: z.array(mark) }),
  features: z.record(z.string(), z.number()),
};

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
  ...explained,
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

/** What an answer was made without, because a server that is set was away. */
const notice = z.enum(['embeddings.away', 'reranker.away']);
export type Notice = z.infer<typeof notice>;

export const answer = z.object({
  /** Names this answer, for counting what was opened; the words asked are not kept. Null for previews. */
  askId: id.nullable(),
  /** The version of the model that ranked. */
  model: z.string(),
  asked: z.object({ title: z.string(), text: z.string(), reading }),
  matches: z.array(match),
  nearMisses: z.array(match),
  /** What was read through: published listings by kind, with the moment. */
  read: z.object({ achievements: z.number().int(), experts: z.number().int(), asOf: moment }),
  notices: z.array(notice),
});
export type Answer = z.infer<typeof answer>;

/** An open need that an offer can answer. Read like a candidate: the need is what is asked. */
export const needMatch = z.object({
  id,
  rank: z.number().int(),
  /** The score the offer has among the candidates of this need; 0..1, not a percentage. */
  score: z.number(),
  title: z.string(),
  text: z.string(),
  organisationName: z.string(),
  regionName: z.string(),
  budgetFen: fen.nullable(),
  months: z.number().int().nullable(),
  coopModes: z.array(z.string()),
  publishedAt: moment.nullable(),
  isExample: z.boolean(),
  ...explained,
});
export type NeedMatch = z.infer<typeof needMatch>;

const offerKind = z.enum(['achievement', 'expert']);
const pair = { needId: id, offerKind, offerId: id };

export const offerAnswer = z.object({
  /** What the marks point into. */
  offered: z.object({
    kind: offerKind,
    id,
    title: z.string(),
    fields: z.record(z.string(), z.string()),
    regionName: z.string(),
  }),
  matches: z.array(needMatch),
  nearMisses: z.array(needMatch),
  read: z.object({ needs: z.number().int(), asOf: moment }),
});
export type OfferAnswer = z.infer<typeof offerAnswer>;

/** An ended need that says much the same, and what became of it. */
export const similarNeed = z.object({
  id,
  title: z.string(),
  organisationName: z.string(),
  regionName: z.string(),
  /** Words of the past need that met words of this one. */
  shared: z.array(z.string()),
  publishedAt: moment.nullable(),
  closedAt: moment,
  closeReason: z.string(),
  /** Dockings of it that ended. Of those the reader has no part in, only that one was completed. */
  outcomes: z.array(
    z.object({
      status: z.enum(['completed', 'failed', 'declined']),
      offerKind,
      endedAt: moment,
      detail: z
        .object({
          dockingId: id,
          offerTitle: z.string(),
          responderName: z.string(),
          reasonCode: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  isExample: z.boolean(),
});
export type SimilarNeed = z.infer<typeof similarNeed>;

/** A need and an offer that stand as a match, without its reasons. */
export const standingMatch = z.object({
  ...pair,
  /** Whose listing it was found for. */
  side: z.enum(['need', 'offer']),
  needTitle: z.string(),
  needOrganisationName: z.string(),
  offerTitle: z.string(),
  offerOrganisationName: z.string(),
  firstSeenAt: moment,
});
export type StandingMatch = z.infer<typeof standingMatch>;

/** A pair that is shown to neither side any more. */
export const declinedMatch = z.object({
  ...pair,
  needTitle: z.string(),
  offerTitle: z.string(),
  side: z.enum(['asker', 'responder']),
  /** The case in which it was declined; null when it was only put aside. */
  dockingId: id.nullable(),
  reasonCode: z.string().nullable(),
  declinedAt: moment,
  /** Whether it is the reader's to take back. */
  mine: z.boolean(),
});
export type DeclinedMatch = z.infer<typeof declinedMatch>;
/** What somebody, or a docking, said of a candidate, with what ranking saw of it then. */
export const judgement = z.object({
  id,
  at: moment,
  kind: z.enum(['achievement', 'expert']),
  offerId: id,
  verdict: z.enum(verdicts),
  /** Given with `not_useful` only. */
  reason: z.enum(judgeReasons).nullable(),
  words: z.string().nullable(),
  byRole: z.enum(judgeRoles),
  mine: z.boolean(),
  rank: z.number().int().nullable(),
  score: z.number().nullable(),
  model: z.string().nullable(),
  features: z.record(z.string(), z.number()).nullable(),
});
export type Judgement = z.infer<typeof judgement>;

const judgements = z.object({
  /** Whether the reader may judge, or only see. */
  mayJudge: z.boolean(),
  items: z.array(judgement),
});

const weights = z.record(z.string(), z.number());

/** A model of ranking that can be used, or a file with what is wrong with it. */
export const modelSummary = z.object({
  version: z.string(),
  inUse: z.boolean(),
  shipped: z.boolean(),
  problem: z.string().nullable(),
  weights: z.object({ achievement: weights, expert: weights }).nullable(),
  madeAt: moment.nullable(),
  /** nDCG@10 of questions it had not seen, beside the model it was trained from; 95 % of the gain. */
  figures: z.array(
    z.object({
      kind: z.enum(['achievement', 'expert']),
      /** Whether the weights of this kind were taken, or stayed. */
      taken: z.boolean(),
      questions: z.number().int(),
      before: z.number(),
      after: z.number(),
      lo: z.number(),
      hi: z.number(),
    }),
  ),
});
export type ModelSummary = z.infer<typeof modelSummary>;
const models = z.object({
  /** Whether the reader may switch them, or only see. */
  mayUse: z.boolean(),
  items: z.array(modelSummary),
});

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

  matchOffer: route(
    'GET',
    '/offers/{kind}/{id}/matches',
    'match.offer',
    'Open needs that an achievement or expert can answer, with reasons',
  )
    .input(
      z.object({ kind: offerKind, id, limit: z.coerce.number().int().min(1).max(50).default(10) }),
    )
    .output(offerAnswer),
  listSimilarNeeds: route(
    'GET',
    '/needs/{id}/similar',
    'match.need',
    'Ended needs like this one, and how they ended',
  )
    .input(z.object({ id, limit: z.coerce.number().int().min(1).max(20).default(5) }))
    .output(z.object({ items: z.array(similarNeed) })),
  listOrganisationMatches: route(
    'GET',
    '/organisations/{id}/matches',
    'match.organisation',
    'What answers the open needs of an organisation, and what its listings answer',
  )
    .input(z.object({ id, limit: z.coerce.number().int().min(1).max(50).default(10) }))
    .output(
      z.object({
        asked: z.array(standingMatch),
        offered: z.array(standingMatch),
        /** How many there are in all. */
        askedTotal: z.number().int(),
        offeredTotal: z.number().int(),
      }),
    ),
  listMyMatches: route(
    'GET',
    '/my/matches',
    'match.mine',
    'Matches of my needs, achievements and profile, newest first',
  )
    .input(z.object(paging))
    .output(pageOf(standingMatch)),
  listDeclinedOfNeed: route(
    'GET',
    '/needs/{id}/declined-matches',
    'match.need',
    'Declined matches of a need, which are shown no more',
  )
    .input(z.object({ id }))
    .output(z.object({ items: z.array(declinedMatch) })),
  listDeclinedOfOffer: route(
    'GET',
    '/offers/{kind}/{id}/declined-matches',
    'match.offer',
    'Declined matches of an offer, which are shown no more',
  )
    .input(z.object({ kind: offerKind, id }))
    .output(z.object({ items: z.array(declinedMatch) })),
  declineMatch: route(
    'POST',
    '/matches/decline',
    'match.decline',
    'Put a match of mine aside: neither side is shown it again',
  )
    .input(z.object({ ...pair, reasonCode: z.enum(declineReasons).nullable().default(null) }))
    .output(z.object({ declined: z.boolean() })),
  restoreMatch: route(
    'POST',
    '/matches/restore',
    'match.restore',
    'Take back that a match of mine was declined',
  )
    .input(z.object(pair))
    .output(z.object({ restored: z.boolean() })),
  judgeMatch: route(
    'POST',
    '/needs/{id}/match/judge',
    'match.judge',
    'Say whether a candidate is of use, or take it back',
  )
    .input(
      z.object({
        id,
        /** The answer in which it was seen. */
        askId: id,
        kind: z.enum(['achievement', 'expert']),
        offerId: id,
        verdict: z.enum(personVerdicts),
        reason: z.enum(judgeReasons).nullable().default(null),
        words: line(200, 0).default(''),
      }),
    )
    .output(judgements),
  listJudgements: route(
    'GET',
    '/needs/{id}/judgements',
    'match.need',
    'What was said of the candidates of a need, the latest first',
  )
    .input(z.object({ id }))
    .output(judgements),
  listModels: route('GET', '/match/models', 'match.list-models', 'The models of ranking')
    .input(z.object({}))
    .output(models),
  switchModel: route(
    'POST',
    '/match/models/switch',
    'match.switch-model',
    'Rank by another model from now on',
  )
    .input(z.object({ version: line(60) }))
    .output(models),
};
