import { all, allow, always, any, inMyRegion, is, mine, signedIn } from '../../../kernel/policy.ts';

const ours = mine('organisationId', 'organisationIds');
/** What somebody may bring in for the own organisation. */
const ownListings = all(ours, is('kind', 'need', 'achievement', 'facility'));
const myOwn = mine('userId', 'userId');

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
      .when(myOwn),
  ),
  allow('import.follow').to('system').when(always),
  allow('import.template').to('visitor').when(always),

  allow('account.data').to('visitor').when(signedIn),
  allow('key.mine').to('visitor').when(signedIn),
  allow('key.create')
    .to('visitor')
    .when(all(signedIn, any(is('organisationId', null), ours)), 'policy.not_your_organisation'),
  allow('key.revoke').to('visitor').when(any(myOwn, ours)),
  allow('calendar.mine').to('visitor').when(signedIn),
  allow('calendar.renew').to('visitor').when(myOwn),
  allow('calendar.revoke').to('visitor').when(myOwn),
  // Who knows the address may read what stands there: a calendar program has no account.
  allow('calendar.read').to('visitor').when(always),
  allow('webhook.mine').to('visitor').when(signedIn),
  ...['create', 'read', 'rotate', 'switch', 'try', 'remove', 'redeliver'].map((step) =>
    allow(`webhook.${step}`).to('visitor').when(myOwn),
  ),
  allow('webhook.turn-off').to('system').when(always),
];
