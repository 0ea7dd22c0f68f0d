import type { CommandTables } from '../commands/tables.ts';
import type { Db, Tx } from '../db/database.ts';

/** An event as it stands in the outbox; `seq` grows in commit order without being reused. */
export type StoredEvent = {
  seq: number;
  at: Date;
  type: string;
  subjectType: string;
  subjectId: string;
  data: Record<string, unknown>;
};

/** Events after `seq`, oldest first. */
export function readOutbox(db: Db | Tx, after: number, limit: number): Promise<StoredEvent[]> {
  return db
    .withTables<CommandTables>()
    .selectFrom('outbox')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function lastOutboxSeq(db: Db | Tx): Promise<number> {
  const row = await db
    .withTables<CommandTables>()
    .selectFrom('outbox')
    .select((select) => select.fn.max('seq').as('seq'))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/**
 * A durable subscriber. It sees every event of its types once: what it writes and how far it has
 * read are one transaction. It may only use the transaction's handle, and enqueue jobs with it.
 */
export type Subscriber = {
  name: string;
  types: readonly string[];
  /**
   * What it keeps follows from the events alone, and nobody is told: it reads all of them, also
   * where others are told to skip.
   */
  derives?: boolean;
  handle(tx: Tx, event: StoredEvent): Promise<void>;
};

/**
 * Lets one subscriber read on, one batch in one transaction. Where several processes run, the row
 * lock of its cursor lets one of them do it; the others skip. Returns how many events it passed.
 */
export function advanceSubscriber(db: Db, subscriber: Subscriber, limit = 100): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const tables = tx.withTables<CommandTables>();
    await tables
      .insertInto('outboxCursors')
      .values({ name: subscriber.name, seq: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const cursor = await tables
      .selectFrom('outboxCursors')
      .select('seq')
      .where('name', '=', subscriber.name)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!cursor) return 0;
    const events = await readOutbox(tx, cursor.seq, limit);
    for (const event of events) {
      if (subscriber.types.includes(event.type)) await subscriber.handle(tx, event);
    }
    const last = events.at(-1);
    if (last) {
      await tables
        .updateTable('outboxCursors')
        .set({ seq: last.seq })
        .where('name', '=', subscriber.name)
        .execute();
    }
    return events.length;
  });
}

/** Puts a subscriber's cursor where it is told, past events it shall not act on. */
export async function moveCursor(db: Db, name: string, seq: number): Promise<void> {
  await db
    .withTables<CommandTables>()
    .insertInto('outboxCursors')
    .values({ name, seq })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ seq }))
    .execute();
}
