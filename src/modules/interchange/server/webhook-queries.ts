import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { InterchangeTables } from './tables.ts';
import { getWebhookRow } from './webhook-commands.ts';

export async function listWebhooks({ db, guard }: Platform, { request }: ApiContext) {
  guard.require(request.actor, 'webhook.mine');
  const rows = await db
    .withTables<InterchangeTables>()
    .selectFrom('webhooks')
    .selectAll()
    .where('userId', '=', request.actor.userId ?? '')
    .orderBy('createdAt', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    types: row.types,
    failures: row.failures,
    on: row.turnedOffAt === null,
    gaveUp: row.turnedOffBy === 'system',
    oldSecretUntil: row.oldSecretUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
}

/** The delivery log, newest first. */
export async function listDeliveries(
  { db, guard }: Platform,
  { request }: ApiContext,
  input: { id: string; page: number; pageSize: number },
) {
  guard.require(request.actor, 'webhook.mine');
  const webhook = await getWebhookRow(db, input.id);
  if (!guard.permit(request.actor, webhook)('webhook.read').allowed) throw notFound('webhook');
  const rows = db
    .withTables<InterchangeTables>()
    .selectFrom('webhookDeliveries')
    .where('webhookId', '=', input.id);
  const { total } = await rows.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const items = await rows
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute();
  return {
    items: items.map((row) => ({
      id: row.id,
      type: row.type,
      body: row.body,
      status: row.status,
      attempts: row.attempts,
      responseCode: row.responseCode,
      problem: row.problem,
      milliseconds: row.milliseconds,
      createdAt: row.createdAt.toISOString(),
      settledAt: row.settledAt?.toISOString() ?? null,
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  };
}
