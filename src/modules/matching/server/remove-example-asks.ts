import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { MatchingTables } from './tables.ts';

/** Takes out what was counted of questions about example needs, and of example offers. */
export async function removeExampleAsks({ tx }: CommandContext): Promise<number> {
  const db = tx.withTables<MatchingTables>();
  const events = await db
    .deleteFrom('matchEvents')
    .where('isExample', '=', true)
    .executeTakeFirst();
  await db
    .deleteFrom('matchAsks')
    .where('isExample', '=', true)
    .where('id', 'not in', (from) => from.selectFrom('matchEvents').select('askId'))
    .execute();
  await db.deleteFrom('matchJudgements').where('isExample', '=', true).execute();
  // What stands with them; the events of their removal take the rest.
  await db.deleteFrom('standingMatches').where('isExample', '=', true).execute();
  return Number(events.numDeletedRows);
}
