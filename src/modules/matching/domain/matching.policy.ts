import { allow, always, any, inMyRegion, is, mine } from '../../../kernel/policy.ts';

const ourNeed = mine('needOrganisationId', 'organisationIds');
const ourOffer = any(
  mine('offerOrganisationId', 'organisationIds'),
  mine('offerExpertId', 'expertIds'),
);

export const matchingPolicy = [
  allow('match.ask').to('visitor').when(always),
  // The candidates of a need are for those who work on it; the need's own fields decide.
  allow('match.need')
    .to('enterprise')
    .when(mine('organisationId', 'organisationIds'), 'policy.not_your_organisation'),
  allow('match.need')
    .to('broker')
    .when(is('status', 'published', 'in_docking'), 'need.not_public'),
  allow('match.need').to('operator', 'admin').when(inMyRegion(), 'policy.other_region'),
  // The needs that an offer can answer are for those whose offer it is, and those who bring together.
  allow('match.offer').to('enterprise', 'expert').when(ourOffer, 'match.not_your_offer'),
  allow('match.offer').to('broker').when(is('status', 'published'), 'achievement.not_public'),
  allow('match.offer').to('operator', 'admin').when(inMyRegion(), 'policy.other_region'),
  allow('match.organisation')
    .to('enterprise', 'expert')
    .when(mine('organisationId', 'organisationIds'), 'policy.not_your_organisation'),
  allow('match.organisation')
    .to('broker', 'operator', 'admin')
    .when(inMyRegion(), 'policy.other_region'),
  allow('match.mine').to('enterprise', 'expert').when(always),
  allow('match.decline').to('enterprise', 'expert').when(any(ourNeed, ourOffer), 'match.not_yours'),
  allow('match.restore').to('enterprise', 'expert').when(any(ourNeed, ourOffer), 'match.not_yours'),
  // Who looks on does not judge.
  allow('match.judge')
    .to('enterprise')
    .when(mine('organisationId', 'organisationIds'), 'policy.not_your_organisation'),
  allow('match.judge')
    .to('broker')
    .when(is('status', 'published', 'in_docking'), 'need.not_public'),
  allow('match.judge').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('match.list-models').to('operator', 'admin').when(always),
  // One model ranks for all regions.
  allow('match.switch-model').to('admin', 'system').when(always),
];
