import { sql } from 'kysely';
import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { NotificationTables } from './tables.ts';

const mine = (database: Db | Tx, userId: string) =>
  database
    .withTables<NotificationTables>()
    .selectFrom('notices')
    .where('userId', '=', userId)
    .where('inApp', '=', true);

export async function countUnread(db: Db | Tx, userId: string): Promise<number> {
  const { count } = await mine(db, userId)
    .where('readAt', 'is', null)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** A page of somebody's notices, the newest first, and the kinds there are among all of them. */
export async function listNotices(
  db: Db,
  query: {
    userId: string;
    page: number;
    pageSize: number;
    unread: boolean;
    kind?: string | undefined;
  },
) {
  const { userId, page, pageSize, unread, kind } = query;
  let selection = mine(db, userId);
  if (unread) selection = selection.where('readAt', 'is', null);
  if (kind !== undefined) selection = selection.where('kind', '=', kind);
  const { total } = await selection
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const items = await selection
    .select(['id', 'kind', 'at', 'title', 'text', 'path', 'readAt'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const kinds = await mine(db, userId).select('kind').distinct().orderBy('kind').execute();
  return { items, total, kinds: kinds.map((row) => row.kind) };
}

type Read = { ids: string[] } | { until: string; kind?: string | undefined };

/** Notes that somebody saw notices of their own; what was read stays read. */
export const readNotices = defineCommand({
  name: 'notice.read',
  load: ({ actor }) => Promise.resolve({ userId: actor.userId }),
  async run({ tx, now, emit }, input: Read, { userId }) {
    if (userId === null) throw new AppError('unauthenticated', { code: 'policy.sign_in' });
    let update = tx
      .withTables<NotificationTables>()
      .updateTable('notices')
      .set({ readAt: now })
      .where('userId', '=', userId)
      .where('readAt', 'is', null);
    if ('ids' in input) update = update.where('id', 'in', input.ids);
    else {
      update = update.where('at', '<=', new Date(input.until));
      if (input.kind !== undefined) update = update.where('kind', '=', input.kind);
    }
    const { numUpdatedRows } = await update.executeTakeFirst();
    const count = Number(numUpdatedRows);
    if (count > 0) {
      emit({ type: 'notice.read', subject: { type: 'account', id: userId }, data: { count } });
    }
    return { unread: await countUnread(tx, userId) };
  },
});
