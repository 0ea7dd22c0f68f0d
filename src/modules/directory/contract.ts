import { z } from 'zod';
import {
  id,
  line,
  moment,
  pageOf,
  paging,
  prose,
  regionCode,
  route,
} from '../../platform/contract/route.ts';
import { organisationKinds } from './domain/directory.policy.ts';

export const organisationSummary = z.object({
  id,
  name: z.string(),
  kind: z.enum(organisationKinds),
  regionCode: z.string(),
  regionName: z.string(),
  isExample: z.boolean(),
});

export const organisationDetail = organisationSummary.extend({
  uscc: z.string().nullable(),
  introduction: z.string(),
  createdAt: moment,
  needs: z.number().int(),
  achievements: z.number().int(),
  experts: z.array(z.object({ id, name: z.string(), title: z.string() })),
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
  isExample: z.boolean(),
});

export const expertDetail = expertSummary.extend({
  bio: z.string(),
  updatedAt: moment,
  mine: z.boolean(),
});

const list = { ...paging, q: z.string().max(100).optional(), region: regionCode.optional() };

/** What is said of an organisation when it is entered. */
export const organisationWords = z.object({
  name: line(120, 2),
  kind: z.enum(organisationKinds),
  /** Unified social credit code, GB 32100; the check digit is verified. */
  uscc: z.string().trim().toUpperCase().length(18),
  regionCode,
  introduction: prose(2000).default(''),
});

/** What is said of an expert when one is entered. */
export const expertWords = z.object({
  name: line(60),
  title: line(60),
  organisationName: line(120),
  research: line(500, 2),
  bio: prose(4000).default(''),
  regionCode,
});

export const directoryContract = {
  listOrganisations: route('GET', '/organisations', 'organisation.read', 'Organisations')
    .input(z.object({ ...list, kind: z.enum(organisationKinds).optional() }))
    .output(pageOf(organisationSummary)),
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
  listExperts: route('GET', '/experts', 'expert.read', 'Experts')
    .input(z.object(list))
    .output(pageOf(expertSummary)),
  getExpert: route('GET', '/experts/{id}', 'expert.read', 'One expert')
    .input(z.object({ id }))
    .output(expertDetail),
  registerExpert: route('POST', '/experts', 'expert.register', 'Enter my own expert profile')
    .input(expertWords)
    .output(expertDetail),
};
