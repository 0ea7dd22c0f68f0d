import type { CommandTables } from '../commands/tables.ts';
import type { Db, Tx } from '../db/database.ts';
import { readOutbox, type StoredEvent } from './outbox.ts';

/**
 * A durable subscriber with much to read and to work out first. `prepare` runs outside any
 * transaction and gives what is to be written; that is one transaction with the cursor, and is
 * thrown away when another process passed the same events meanwhile.
 */
export type PreparedSubscriber = {
  name: string;
  wants(event: StoredEvent): boolean;
  /** See `Subscriber`. */
  derives?: boolean;
  /**
   * The last event it may read now, where it needs something else to have read it first, such as
   * this process's search index; null while that has read nothing.
   */
  readableUntil(): Promise<number | null>;
  prepare(events: readonly StoredEvent[]): Promise<(tx: Tx) => Promise<void>>;
  /** What is left to do when no event waits, a little at a time; undefined when that is nothing. */
  idle?(): Promise<((tx: Tx) => Promise<void>) | undefined>;
};

const nothing = () => Promise.resolve();

/** Lets one subscriber read on by one batch. Returns how many events it passed, or 1 for idle work. */
export async function advancePrepared(
  db: Db,
  subscriber: PreparedSubscriber,
  limit = 20,
): Promise<number> {
  const from = await cursorOf(db, subscriber.name);
  const waiting = await readOutbox(db, from, limit);
  if (waiting.length === 0) return advanceIdle(db, subscriber, from);
  const until = (await subscriber.readableUntil()) ?? 0;
  const events = waiting.filter(({ seq }) => seq <= until);
  const last = events.at(-1);
  if (!last) return 0;
  const wanted = events.filter((event) => subscriber.wants(event));
  const write = wanted.length === 0 ? nothing : await subscriber.prepare(wanted);
  await db.transaction().execute(async (tx) => {
    if (await passCursor(tx, subscriber.name, { from, to: last.seq })) await write(tx);
  });
  return events.length;
}

async function advanceIdle(db: Db, subscriber: PreparedSubscriber, at: number): Promise<number> {
  const write = await subscriber.idle?.();
  if (!write) return 0;
  await db.transaction().execute(async (tx) => {
    // Holds the cursor, so that nothing written here is older than what an event has brought.
    if (await passCursor(tx, subscriber.name, { from: at, to: at })) await write(tx);
  });
  return 1;
}

async function cursorOf(db: Db, name: string): Promise<number> {
  const cursor = await db
    .withTables<CommandTables>()
    .selectFrom('outboxCursors')
    .select('seq')
    .where('name', '=', name)
    .executeTakeFirst();
  return cursor?.seq ?? 0;
}

/** Moves the cursor and holds it until the transaction ends; false when it no longer stands at `from`. */
async function passCursor(
  tx: Tx,
  name: string,
  step: { from: number; to: number },
): Promise<boolean> {
  const tables = tx.withTables<CommandTables>();
  await tables
    .insertInto('outboxCursors')
    .values({ name, seq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const moved = await tables
    .updateTable('outboxCursors')
    .set({ seq: step.to })
    .where('name', '=', name)
    .where('seq', '=', step.from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}
