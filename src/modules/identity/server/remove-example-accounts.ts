import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { IdentityTables } from './tables.ts';

/** Takes the example accounts out; their sessions, grants and memberships go with them. */
export async function removeExampleAccounts({ tx }: CommandContext): Promise<number> {
  const removed = await tx
    .withTables<IdentityTables>()
    .deleteFrom('users')
    .where('isExample', '=', true)
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}
