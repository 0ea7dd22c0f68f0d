import { z } from 'zod';
import {
  actionOffer,
  day,
  id,
  line,
  moment,
  pageOf,
  paging,
  prose,
  regionCode,
  route,
} from '../../platform/contract/route.ts';
import { carrierTypes, organisationKinds } from './domain/directory.policy.ts';
import { retireReasons } from './domain/entry.workflow.ts';
import { availabilities, languageCodes } from './domain/experts.ts';

const named = z.object({ id, name: z.string() });
const entryStatus = z.enum(['active', 'retired', 'merged']);
const version = z.number().int();
/** A sentence of somebody, shown as it was written. */
const sentence = prose(500, 2);

export const organisationSummary = z.object({
  id,
  name: z.string(),
  kind: z.enum(organisationKinds),
  carrierType: z.enum(carrierTypes).nullable(),
  regionCode: z.string(),
  regionName: z.string(),
  status: entryStatus,
  isExample: z.boolean(),
});

/** A member of a carrier, or a carrier that somebody is a member of. */
export const carrierMember = z.object({
  id,
  carrierId: id,
  carrierName: z.string(),
  organisationId: id.nullable(),
  expertId: id.nullable(),
  name: z.string(),
  fromDay: day,
  untilDay: day.nullable(),
  words: z.string(),
  present: z.boolean(),
});

/** My claim that waits for an operator. */
const openClaim = z.object({ id, version, dueAt: moment.nullable(), createdAt: moment }).nullable();

export const organisationDetail = organisationSummary.extend({
  uscc: z.string().nullable(),
  introduction: z.string(),
  aliases: z.array(z.string()),
  formerNames: z.array(z.string()),
  version,
  createdAt: moment,
  updatedAt: moment,
  parent: named.nullable(),
  /** Where it went, when it ended in another. */
  mergedInto: named.nullable(),
  children: z.array(named),
  needs: z.number().int(),
  achievements: z.number().int(),
  experts: z.array(z.object({ id, name: z.string(), title: z.string() })),
  facilities: z.array(z.object({ id, name: z.string(), model: z.string() })),
  /** Carriers that it is or was a member of. */
  carriers: z.array(carrierMember),
  /** Of a carrier or alliance: whom it houses or joins, and what happened. */
  members: z.array(carrierMember),
  activities: z.array(
    z.object({
      id,
      heldOn: day,
      title: z.string(),
      words: z.string(),
      enteredName: z.string(),
    }),
  ),
  /** Somebody acts for it. */
  hasPeople: z.boolean(),
  mine: z.boolean(),
  manages: z.boolean(),
  mayNoteActivity: z.boolean(),
  myClaim: openClaim,
  actions: z.array(actionOffer),
});

export const expertSummary = z.object({
  id,
  name: z.string(),
  title: z.string(),
  organisationId: id.nullable(),
  organisationName: z.string(),
  research: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  fields: z.array(z.object({ code: z.string(), name: z.string() })),
  languages: z.array(z.enum(languageCodes)),
  /** Null: nothing was said. */
  availability: z.enum(availabilities).nullable(),
  /** Available from this day, or busy until it. */
  availabilityDay: day.nullable(),
  availabilityWords: z.string(),
  status: entryStatus,
  isExample: z.boolean(),
});

export const expertDetail = expertSummary.extend({
  bio: z.string(),
  orcid: z.string().nullable(),
  version,
  createdAt: moment,
  updatedAt: moment,
  mergedInto: named.nullable(),
  carriers: z.array(carrierMember),
  /** An account holds it. */
  owned: z.boolean(),
  mine: z.boolean(),
  manages: z.boolean(),
  myClaim: openClaim,
  actions: z.array(actionOffer),
});

export const entryHistory = z.object({
  name: z.string(),
  items: z.array(
    z.object({
      id,
      at: moment,
      action: z.string(),
      fromStatus: z.string().nullable(),
      toStatus: z.string(),
      actorName: z.string(),
      words: z.string().nullable(),
      reasonCode: z.string().nullable(),
      /** Of the version that this line began; null when the line changed no words. */
      version: version.nullable(),
      changed: z.array(z.string()),
    }),
  ),
});

const shown = z.union([z.string(), z.array(z.string())]);
export const entryComparison = z.array(
  z.object({ field: z.string(), before: shown, after: shown }),
);

const list = { ...paging, q: z.string().max(100).optional(), region: regionCode.optional() };

const names = z.array(line(120)).max(20).default([]);

/** What is said of an organisation when it is entered. */
export const organisationWords = z.object({
  name: line(120, 2),
  kind: z.enum(organisationKinds),
  carrierType: z.enum(carrierTypes).optional(),
  /** Unified social credit code, GB 32100; the check digit is verified. */
  uscc: z.string().trim().toUpperCase().length(18),
  regionCode,
  introduction: prose(2000).default(''),
});
const codeOrNone = organisationWords.shape.uscc.nullable();

/** What is said of an expert when one is entered. */
export const expertWords = z.object({
  name: line(60),
  title: line(60),
  organisationName: line(120),
  research: line(500, 2),
  bio: prose(4000).default(''),
  regionCode,
  fields: z.array(z.string().max(20)).max(10).default([]),
  languages: z.array(z.enum(languageCodes)).default([]),
  /** Bare or as its address; the check digit is verified. */
  orcid: z.string().trim().max(60).nullable().default(null),
  availability: z.enum(availabilities).nullable().default(null),
  availabilityDay: day.nullable().default(null),
  availabilityWords: line(200, 0).default(''),
});

const retirement = z.object({ id, version, reasonCode: z.enum(retireReasons), words: sentence });
const restoring = z.object({ id, version, words: sentence });
const merging = z.object({ id, version, intoId: id, words: sentence });
const comparison = z.object({
  id,
  from: z.coerce.number().int().min(1),
  to: z.coerce.number().int().min(1),
});

export const directoryContract = {
  listOrganisations: route('GET', '/organisations', 'organisation.read', 'Organisations')
    .input(
      z.object({
        ...list,
        kind: z.enum(organisationKinds).optional(),
        carrierType: z.enum(carrierTypes).optional(),
      }),
    )
    .output(pageOf(organisationSummary)),
  findSimilarOrganisations: route(
    'GET',
    '/organisations/similar',
    'organisation.register',
    'Organisations that may be the one about to be registered',
  )
    .input(
      z.object({
        name: z.string().max(120).default(''),
        uscc: z.string().max(40).default(''),
        exceptId: id.optional(),
      }),
    )
    .output(
      z.array(organisationSummary.extend({ why: z.enum(['code', 'name', 'other_name', 'near']) })),
    ),
  getOrganisation: route('GET', '/organisations/{id}', 'organisation.read', 'One organisation')
    .input(z.object({ id }))
    .output(organisationDetail),
  registerOrganisation: route(
    'POST',
    '/organisations',
    'organisation.register',
    'Register an organisation and become its first member',
  )
    .input(organisationWords)
    .output(organisationSummary),
  enterOrganisation: route(
    'POST',
    '/organisations/enter',
    'organisation.enter',
    'Enter an organisation that belongs to nobody yet',
  )
    .input(organisationWords.extend({ uscc: codeOrNone.default(null) }))
    .output(organisationSummary),
  reviseOrganisation: route(
    'POST',
    '/organisations/{id}/revise',
    'organisation.revise',
    'Change what an organisation says of itself',
  )
    .input(
      organisationWords.extend({
        id,
        version,
        uscc: codeOrNone,
        carrierType: z.enum(carrierTypes).nullable().default(null),
        parentId: id.nullable().default(null),
        aliases: names,
        formerNames: names,
      }),
    )
    .output(organisationDetail),
  retireOrganisation: route(
    'POST',
    '/organisations/{id}/retire',
    'organisation.retire',
    'Take an organisation out of the directory, with a reason',
  )
    .input(retirement)
    .output(organisationDetail),
  restoreOrganisation: route(
    'POST',
    '/organisations/{id}/restore',
    'organisation.restore',
    'Put an organisation back into the directory',
  )
    .input(restoring)
    .output(organisationDetail),
  mergeOrganisation: route(
    'POST',
    '/organisations/{id}/merge',
    'organisation.merge',
    'Let an organisation that was entered twice end in the other entry',
  )
    .input(merging)
    .output(organisationDetail),
  getOrganisationHistory: route(
    'GET',
    '/organisations/{id}/history',
    'organisation.history',
    'What happened to an organisation’s entry',
  )
    .input(z.object({ id }))
    .output(entryHistory),
  compareOrganisation: route(
    'GET',
    '/organisations/{id}/compare',
    'organisation.history',
    'Two versions of an organisation’s entry',
  )
    .input(comparison)
    .output(entryComparison),
  addCarrierMember: route(
    'POST',
    '/organisations/{id}/members/add',
    'carrier.add-member',
    'Note whom a carrier houses or an alliance joins',
  )
    .input(
      z.object({
        id,
        organisationId: id.optional(),
        expertId: id.optional(),
        fromDay: day,
        words: line(200, 0).default(''),
      }),
    )
    .output(organisationDetail),
  endCarrierMember: route(
    'POST',
    '/organisations/{id}/members/{memberId}/end',
    'carrier.end-member',
    'Say until when somebody was a member of a carrier',
  )
    .input(z.object({ id, memberId: id, untilDay: day }))
    .output(organisationDetail),
  noteCarrierActivity: route(
    'POST',
    '/organisations/{id}/activities',
    'carrier.note-activity',
    'Note what happened at a carrier',
  )
    .input(z.object({ id, heldOn: day, title: line(120, 2), words: prose(2000, 2) }))
    .output(organisationDetail),

  listExperts: route('GET', '/experts', 'expert.read', 'Experts')
    .input(
      z.object({
        ...list,
        field: z.string().max(20).optional(),
        language: z.enum(languageCodes).optional(),
      }),
    )
    .output(pageOf(expertSummary)),
  findSimilarExperts: route(
    'GET',
    '/experts/similar',
    'expert.register',
    'Profiles that may be of the same person',
  )
    .input(
      z.object({
        name: z.string().max(60).default(''),
        organisationName: z.string().max(120).default(''),
        orcid: z.string().max(60).default(''),
        exceptId: id.optional(),
      }),
    )
    .output(
      z.array(
        expertSummary.extend({
          owned: z.boolean(),
          why: z.enum(['orcid', 'name_and_organisation', 'name']),
        }),
      ),
    ),
  getExpert: route('GET', '/experts/{id}', 'expert.read', 'One expert')
    .input(z.object({ id }))
    .output(expertDetail),
  registerExpert: route('POST', '/experts', 'expert.register', 'Enter my own expert profile')
    .input(expertWords)
    .output(expertDetail),
  reviseExpert: route('POST', '/experts/{id}/revise', 'expert.revise', 'Change an expert profile')
    .input(expertWords.extend({ id, version }))
    .output(expertDetail),
  retireExpert: route(
    'POST',
    '/experts/{id}/retire',
    'expert.retire',
    'Take a profile out of the directory, with a reason',
  )
    .input(retirement)
    .output(expertDetail),
  restoreExpert: route(
    'POST',
    '/experts/{id}/restore',
    'expert.restore',
    'Put a profile back into the directory',
  )
    .input(restoring)
    .output(expertDetail),
  mergeExpert: route(
    'POST',
    '/experts/{id}/merge',
    'expert.merge',
    'Let a profile that was entered twice end in the other one',
  )
    .input(merging)
    .output(expertDetail),
  getExpertHistory: route(
    'GET',
    '/experts/{id}/history',
    'expert.history',
    'What happened to a profile',
  )
    .input(z.object({ id }))
    .output(entryHistory),
  compareExpert: route(
    'GET',
    '/experts/{id}/compare',
    'expert.history',
    'Two versions of a profile',
  )
    .input(comparison)
    .output(entryComparison),
};
