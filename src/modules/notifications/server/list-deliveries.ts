import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { likePattern } from '../../../platform/db/like.ts';
import { accountsNamed } from '../../identity/index.ts';
import type { Channel, DeliveryState } from '../domain/notifications.policy.ts';
import type { NotificationTables } from './tables.ts';

type Query = {
  page: number;
  pageSize: number;
  channel?: Channel | undefined;
  status?: DeliveryState | undefined;
  userId?: string;
  /** In the title, or of somebody's name or address. */
  q?: string | undefined;
};

/** A page of the delivery log, the newest first. */
export async function listDeliveries(db: Db, query: Query) {
  const { page, pageSize, channel, status, userId, q } = query;
  let selection = db.withTables<NotificationTables>().selectFrom('noticeDeliveries');
  if (userId !== undefined) selection = selection.where('userId', '=', userId);
  if (channel !== undefined) selection = selection.where('channel', '=', channel);
  if (status !== undefined) selection = selection.where('status', '=', status);
  if (q !== undefined) {
    const people = await accountsNamed(db, q);
    selection = selection.where((where) =>
      where.or([
        where('title', 'ilike', likePattern(q)),
        ...(people.length > 0 ? [where('userId', 'in', people)] : []),
      ]),
    );
  }
  const { total } = await selection
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const items = await selection
    .selectAll()
    .orderBy('queuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { items, total };
}
