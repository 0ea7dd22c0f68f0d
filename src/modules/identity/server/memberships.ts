import { beijingDate } from '../../../kernel/calendar.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { GrantableRole } from '../domain/identity.policy.ts';
import { findRoleHolders } from './role-holders.ts';
import type { IdentityTables } from './tables.ts';

/** Makes an account a member of an organisation, again if it has left; for the module that owns organisations. */
export async function addMembership(
  tx: Tx,
  entry: { userId: string; organisationId: string; at: Date },
): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .insertInto('memberships')
    .values({ userId: entry.userId, organisationId: entry.organisationId, since: entry.at })
    .onConflict((conflict) =>
      conflict
        .columns(['userId', 'organisationId'])
        .doUpdateSet({ since: entry.at, until: null })
        .where('memberships.until', 'is not', null),
    )
    .execute();
}

/** Ends a membership now. Returns false when there was none. */
export async function endMembership(
  tx: Tx,
  entry: { userId: string; organisationId: string; at: Date },
): Promise<boolean> {
  const ended = await tx
    .withTables<IdentityTables>()
    .updateTable('memberships')
    .set({ until: entry.at })
    .where('userId', '=', entry.userId)
    .where('organisationId', '=', entry.organisationId)
    .where('until', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Who acts for an organisation today, the first member first. */
export async function listMembers(db: Db | Tx, organisationId: string) {
  return db
    .withTables<IdentityTables>()
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.userId')
    .select(['users.id as userId', 'users.name', 'users.email', 'memberships.since'])
    .where('organisationId', '=', organisationId)
    .where('until', 'is', null)
    .orderBy('since')
    .orderBy('users.id')
    .execute();
}

/** Gives a role unless the account already holds it for that region. */
export async function ensureRole(
  tx: Tx,
  entry: { userId: string; role: GrantableRole; regionCode: string | null; at: Date; by: string },
): Promise<void> {
  const db = tx.withTables<IdentityTables>();
  const held = await db
    .selectFrom('roleGrants')
    .select('id')
    .where('userId', '=', entry.userId)
    .where('role', '=', entry.role)
    .where('revokedAt', 'is', null)
    .where('validUntil', 'is', null)
    .executeTakeFirst();
  if (held) return;
  await db
    .insertInto('roleGrants')
    .values({
      id: newId(entry.at.getTime()),
      userId: entry.userId,
      role: entry.role,
      regionCode: entry.regionCode,
      validFrom: beijingDate(entry.at),
      validUntil: null,
      grantedBy: entry.by,
      grantedAt: entry.at,
    })
    .execute();
}

/** Names of accounts, by id. */
export async function accountNames(
  db: Db | Tx,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .withTables<IdentityTables>()
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(userIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export type Contact = { userId: string; email: string; name: string; emailVerified: boolean };

/** Accounts to write to: named users, members of organisations, and a region's operators at a moment. */
export async function contactsOf(
  database: Db | Tx,
  wanted: {
    userIds?: readonly string[];
    organisationIds?: readonly string[];
    operatorsOf?: { region: string; at: Date };
  },
): Promise<Contact[]> {
  const db = database.withTables<IdentityTables>();
  const found = new Set(wanted.userIds ?? []);
  if (wanted.organisationIds && wanted.organisationIds.length > 0) {
    const members = await db
      .selectFrom('memberships')
      .select('userId')
      .where('organisationId', 'in', [...wanted.organisationIds])
      .where('until', 'is', null)
      .execute();
    for (const member of members) found.add(member.userId);
  }
  if (wanted.operatorsOf) {
    const { region, at } = wanted.operatorsOf;
    const operators = await findRoleHolders(database, { role: 'operator', region }, at);
    for (const { id } of operators) found.add(id);
  }
  if (found.size === 0) return [];
  return db
    .selectFrom('users')
    .select(['id as userId', 'email', 'name', 'emailVerified'])
    .where('id', 'in', [...found])
    .orderBy('id')
    .execute();
}

/** An account as mail about everything that is new for it needs it. */
export type Recipient = Contact & { organisationIds: string[] };

/** All accounts in order of id, a part at a time, with the organisations they act for. */
export async function listRecipients(
  database: Db | Tx,
  after: string | null,
  limit: number,
): Promise<Recipient[]> {
  const db = database.withTables<IdentityTables>();
  let users = db.selectFrom('users').select(['id as userId', 'email', 'name', 'emailVerified']);
  if (after !== null) users = users.where('id', '>', after);
  const people = await users.orderBy('id').limit(limit).execute();
  if (people.length === 0) return [];
  const memberships = await db
    .selectFrom('memberships')
    .select(['userId', 'organisationId'])
    .where(
      'userId',
      'in',
      people.map(({ userId }) => userId),
    )
    .where('until', 'is', null)
    .execute();
  return people.map((person) => ({
    ...person,
    organisationIds: memberships
      .filter(({ userId }) => userId === person.userId)
      .map(({ organisationId }) => organisationId),
  }));
}
