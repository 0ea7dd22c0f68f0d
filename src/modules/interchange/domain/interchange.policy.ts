import { all, allow, always, inMyRegion, is, mine } from '../../../kernel/policy.ts';

const ours = mine('organisationId', 'organisationIds');
/** What somebody may bring in for the own organisation. */
const ownListings = all(ours, is('kind', 'need', 'achievement', 'facility'));
const myImport = mine('userId', 'userId');

const members = ['enterprise', 'expert'] as const;
const importers = ['operator', ...members] as const;

export const interchangePolicy = [
  allow('import.mine')
    .to(...importers)
    .when(always),
  // Operators bring in what lies in their region (judged row by row), members what is their own.
  allow('import.upload').to('operator').when(is('organisationId', null)),
  allow('import.upload')
    .to(...members)
    .when(ownListings, 'import.own_listings_only'),
  allow('import.bring-in').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('import.bring-in')
    .to(...members)
    .when(ownListings, 'import.own_listings_only'),
  ...['read', 'check', 'start', 'cancel', 'undo', 'write', 'take-back'].map((step) =>
    allow(`import.${step}`)
      .to(...importers)
      .when(myImport),
  ),
  allow('import.follow').to('system').when(always),
  allow('import.template').to('visitor').when(always),
];
