export { createAccountMail } from './server/account-mail.ts';
export { CLIENT_HEADER, createAuth, signingSecret, type Auth } from './server/auth.ts';
export { loadActor, systemActor } from './server/actors.ts';
export {
  accountNames,
  addMembership,
  contactsOf,
  endMembership,
  ensureRole,
  listMembers,
  listRecipients,
  type Contact,
  type Recipient,
} from './server/memberships.ts';
export { accountsNamed } from './server/account-queries.ts';
export { grantRole } from './server/grant-role.ts';
export { removeExampleAccounts } from './server/remove-example-accounts.ts';
export { findRoleHolders, holdsRole } from './server/role-holders.ts';
export { personalAccount } from './server/personal-data.ts';
export { deputiesAt, reachable, type Deputy } from './server/leaves.ts';
