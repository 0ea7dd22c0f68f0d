export { CLIENT_HEADER, createAuth, type Auth } from './server/auth.ts';
export { loadActor, systemActor } from './server/actors.ts';
export {
  accountNames,
  addMembership,
  contactsOf,
  ensureRole,
  type Contact,
} from './server/memberships.ts';
export { grantRole } from './server/grant-role.ts';
export { removeExampleAccounts } from './server/remove-example-accounts.ts';
export { findRoleHolders, holdsRole } from './server/role-holders.ts';
