import { allow, always, inMyRegion, is, mine } from '../../../kernel/policy.ts';

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
];
