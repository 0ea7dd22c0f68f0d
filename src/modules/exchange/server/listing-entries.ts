import { newId } from '../../../kernel/ids.ts';
import { actorKey, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { ExchangeTables } from './tables.ts';

/** Adds a line to a listing's history, in the transaction of the change. */
export async function addEntry(
  context: CommandContext,
  entry: {
    subjectType: 'need' | 'achievement';
    subjectId: string;
    action: string;
    from: string | null;
    to: string;
    words?: string | null | undefined;
    reasonCode?: string | null;
  },
): Promise<void> {
  await context.tx
    .withTables<ExchangeTables>()
    .insertInto('listingEntries')
    .values({
      id: newId(context.now.getTime()),
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      at: context.now,
      action: entry.action,
      fromStatus: entry.from,
      toStatus: entry.to,
      actorId: actorKey(context.actor),
      actorName: context.actor.name,
      words: entry.words || null,
      reasonCode: entry.reasonCode ?? null,
    })
    .execute();
}
