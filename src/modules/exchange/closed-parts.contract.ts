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
import { disclosureStatuses, tiers } from './domain/disclosure.ts';
import { attachments, because } from './shapes.contract.ts';

export const tier = z.enum(tiers);

/** What a listing says beside its open text. Left out of a change, it stays as it is. */
export const detailsEntry = z.object({
  metrics: z
    .array(
      z
        .object({
          name: line(40),
          now: z.string().trim().max(40).default(''),
          wanted: z.string().trim().max(40).default(''),
          unit: z.string().trim().max(20).default(''),
        })
        .refine(({ now, wanted }) => now !== '' || wanted !== '', { path: ['wanted'] }),
    )
    .max(12)
    .default([]),
  tried: prose(2000).default(''),
  limits: prose(1000).default(''),
  scale: prose(300).default(''),
  more: prose(5000).default(''),
});

const details = z.object({
  metrics: z.array(
    z.object({ name: z.string(), now: z.string(), wanted: z.string(), unit: z.string() }),
  ),
  tried: z.string(),
  limits: z.string(),
  scale: z.string(),
  more: z.string(),
});

/** How a question stands; `expired` when the last day of the consent is over. */
const standing = z.enum([...disclosureStatuses, 'expired']);

/** The closed part, as far as the reader is concerned. */
export const closedState = z.object({
  tier,
  /** Whether there is more than the open text and its files. */
  hasMore: z.boolean(),
  /** What it says, when the reader needs not open it: the public tier, and one's own. */
  details: details.nullable(),
  /** May open it; each opening is kept and shown to the owner. */
  mayOpen: z.boolean(),
  mayAsk: z.boolean(),
  /** What became of the reader's own question. */
  question: z
    .object({
      id,
      standing,
      until: day.nullable(),
      reason: z.string().nullable(),
      askedAt: moment,
    })
    .nullable(),
});

const closedPart = z.object({ details, attachments });

const question = z.object({
  id,
  kind: z.enum(['need', 'achievement']),
  listingId: id,
  title: z.string(),
  requesterName: z.string(),
  requesterOrganisation: z.string(),
  words: z.string(),
  askedAt: moment,
  standing,
  until: day.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: moment.nullable(),
});

const listing = { kind: z.enum(['need', 'achievement']), id };

export const closedPartRoutes = {
  openClosedPart: route(
    'POST',
    '/listings/{kind}/{id}/open-closed-part',
    'closed-part.open',
    'Open the closed part of a listing; each opening is kept and shown to its owner',
  )
    .input(z.object(listing))
    .output(closedPart),
  askForClosedPart: route(
    'POST',
    '/listings/{kind}/{id}/ask-for-closed-part',
    'closed-part.ask',
    'Ask the owner to see the closed part of a listing',
  )
    .input(z.object({ ...listing, words: because }))
    .output(closedState),
  listDisclosures: route(
    'GET',
    '/listings/{kind}/{id}/disclosures',
    'closed-part.oversee',
    'Who asked to see a closed part, and who opened it',
  )
    .input(z.object(listing))
    .output(
      z.object({
        questions: z.array(question),
        openings: z.array(
          z.object({
            at: moment,
            actorName: z.string(),
            organisationName: z.string(),
            fileName: z.string().nullable(),
          }),
        ),
      }),
    ),
  listMyDisclosures: route(
    'GET',
    '/my/disclosures',
    'closed-part.mine',
    'Questions about my closed parts that wait for an answer',
  )
    .input(z.object(paging))
    .output(pageOf(question)),
  consentToDisclosure: route(
    'POST',
    '/disclosures/{id}/consent',
    'closed-part.consent',
    'Let somebody see a closed part until a day',
  )
    .input(z.object({ id, until: day }))
    .output(question),
  refuseDisclosure: route(
    'POST',
    '/disclosures/{id}/refuse',
    'closed-part.refuse',
    'Let somebody not see a closed part, with the reason',
  )
    .input(z.object({ id, words: because }))
    .output(question),
  revokeDisclosure: route(
    'POST',
    '/disclosures/{id}/revoke',
    'closed-part.revoke',
    'Take a consent back',
  )
    .input(z.object({ id, words: because }))
    .output(question),
};
