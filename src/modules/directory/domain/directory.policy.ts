import { allow, always, signedIn } from '../../../kernel/policy.ts';

/** Kinds of organisation, as the field names them. */
export const organisationKinds = [
  'enterprise',
  'university',
  'institute',
  'society',
  'government',
  'finance',
  'carrier',
  'intermediary',
  'alliance',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const directoryPolicy = [
  allow('organisation.read').to('visitor').when(always),
  allow('organisation.register').to('visitor').when(signedIn),
  allow('expert.read').to('visitor').when(always),
  allow('expert.register').to('visitor').when(signedIn),
];
