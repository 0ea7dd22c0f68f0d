import { allow, always, inMyRegion } from '../../../kernel/policy.ts';

/** Roles an administrator can give; everybody is a visitor, and `system` is no person. */
export const grantableRoles = ['enterprise', 'expert', 'broker', 'operator', 'admin'] as const;
export type GrantableRole = (typeof grantableRoles)[number];

export const identityPolicy = [
  allow('account.me').to('visitor').when(always),
  allow('account.list').to('admin').when(always),
  allow('role.grant').to('admin').when(inMyRegion(), 'policy.other_region'),
  // The first administrator is named on the command line of the machine itself.
  allow('role.grant').to('system').when(always),
  allow('role.revoke').to('admin').when(inMyRegion(), 'policy.other_region'),
];
