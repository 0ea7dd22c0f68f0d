import type { Db, Tx } from '../../../platform/db/database.ts';
import { addMembership, endMembership, listMembers } from '../../identity/index.ts';
import type { DirectoryTables } from './tables.ts';

/**
 * An organisation with those that ended in it. Who acts for one acts for all of them: other modules
 * keep listings, cases and more under the old ids, and these go on belonging to somebody.
 */
export async function organisationGroup(db: Db | Tx, id: string): Promise<string[]> {
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select('id')
    .where((where) => where.or([where('id', '=', id), where('mergedInto', '=', id)]))
    .execute();
  return rows.map((row) => row.id);
}

export async function joinOrganisation(
  tx: Tx,
  entry: { userId: string; organisationId: string; at: Date },
): Promise<void> {
  for (const organisationId of await organisationGroup(tx, entry.organisationId)) {
    await addMembership(tx, { ...entry, organisationId });
  }
}

/** Returns false when there was nothing to leave. */
export async function leaveGroup(
  tx: Tx,
  entry: { userId: string; organisationId: string; at: Date },
): Promise<boolean> {
  let left = false;
  for (const organisationId of await organisationGroup(tx, entry.organisationId)) {
    left = (await endMembership(tx, { ...entry, organisationId })) || left;
  }
  return left;
}

/** After a merge: the people of each become people of all. */
export async function shareMembers(tx: Tx, organisationId: string, at: Date): Promise<void> {
  const members = new Set<string>();
  for (const each of await organisationGroup(tx, organisationId)) {
    for (const { userId } of await listMembers(tx, each)) members.add(userId);
  }
  for (const userId of members) await joinOrganisation(tx, { userId, organisationId, at });
}
