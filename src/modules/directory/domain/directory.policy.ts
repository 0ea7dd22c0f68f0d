import {
  all,
  allow,
  always,
  any,
  inMyRegion,
  is,
  mine,
  signedIn,
  type Rule,
} from '../../../kernel/policy.ts';

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

/** What a carrier or station is. */
export const carrierTypes = [
  'research_institute',
  'alliance',
  'academician_station',
  'expert_centre',
  'overseas_station',
  'maker_space',
  'incubator',
  'accelerator',
  'park',
  'promotion_centre',
  'other',
] as const;
export type CarrierType = (typeof carrierTypes)[number];

/** Kinds that have members and keep what happened: they house or join others. */
export const memberedKinds: readonly OrganisationKind[] = ['carrier', 'alliance'];

const ourOrganisation = mine('id', 'organisationIds');
const ours = mine('organisationId', 'organisationIds');
const my = mine('userId', 'userId');
const bothInMyRegion = all(inMyRegion(), inMyRegion('intoRegionCode'));
// A profile that no account holds is kept by the people of its organisation.
const myProfile = any(my, all(is('userId', null), ours));
const inTheCarrier = any(
  ourOrganisation,
  mine('memberOrganisationId', 'organisationIds'),
  mine('memberExpertId', 'expertIds'),
);

const theirs = (action: string, when: Rule['when'], otherwise: string): Rule[] => [
  allow(action).to('visitor').when(when, otherwise),
  allow(action).to('operator').when(inMyRegion(), 'policy.other_region'),
];
const ofOrganisation = (...actions: string[]) =>
  actions.flatMap((action) => theirs(action, ourOrganisation, 'policy.not_your_organisation'));
const ofExpert = (...actions: string[]) =>
  actions.flatMap((action) => theirs(action, myProfile, 'policy.not_yours'));
const ofFacility = (...actions: string[]) =>
  actions.flatMap((action) => theirs(action, ours, 'policy.not_your_organisation'));

export const directoryPolicy = [
  allow('organisation.read').to('visitor').when(always),
  allow('organisation.register').to('visitor').when(signedIn),
  allow('organisation.enter').to('operator').when(inMyRegion(), 'policy.other_region'),
  ...ofOrganisation(
    'organisation.revise',
    'organisation.retire',
    'organisation.restore',
    'organisation.history',
    'organisation.list-people',
    'organisation.invite-person',
    'organisation.revoke-invitation',
    'organisation.remove-person',
    'carrier.add-member',
    'carrier.end-member',
  ),
  allow('organisation.leave').to('visitor').when(ourOrganisation, 'policy.not_your_organisation'),
  allow('organisation.accept-invitation').to('visitor').when(signedIn),
  allow('organisation.merge')
    .to('visitor')
    .when(all(ourOrganisation, mine('intoId', 'organisationIds')), 'policy.not_your_organisation'),
  allow('organisation.merge').to('operator').when(bothInMyRegion, 'policy.other_region'),
  ...theirs('carrier.note-activity', inTheCarrier, 'carrier.not_a_member'),

  allow('expert.read').to('visitor').when(always),
  allow('expert.register').to('visitor').when(signedIn),
  ...ofExpert('expert.revise', 'expert.retire', 'expert.restore', 'expert.history'),
  allow('expert.merge').to('operator').when(bothInMyRegion, 'policy.other_region'),

  allow('claim.submit').to('visitor').when(signedIn),
  allow('claim.list').to('operator').when(always),
  allow('claim.read').to('visitor').when(my),
  allow('claim.read').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('claim.approve').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('claim.refuse').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('claim.withdraw').to('visitor').when(my),
  allow('claim.mark-overdue').to('system').when(always),

  allow('facility.read').to('visitor').when(always),
  ...ofFacility(
    'facility.enter',
    'facility.revise',
    'facility.retire',
    'facility.restore',
    'facility.history',
    'facility.list-bookings',
    'booking.approve',
    'booking.refuse',
  ),
  allow('booking.request').to('visitor').when(signedIn),
  allow('booking.mine').to('visitor').when(signedIn),
  allow('booking.cancel').to('visitor').when(any(my, ours)),
  allow('booking.cancel').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('booking.mark-overdue').to('system').when(always),
];
