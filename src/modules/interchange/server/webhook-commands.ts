import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { sql } from 'kysely';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findSetting } from '../../../platform/settings/settings.ts';
import { signingSecret } from '../../identity/index.ts';
import { ROTATION_HOURS } from '../domain/webhook-types.ts';
import { isPublicAddress } from './private-addresses.ts';
import { sealSecret } from './secrets.ts';
import type { InterchangeTables, Webhook } from './tables.ts';

/** The queue of deliveries. */
export const DELIVER_JOB = 'webhook.deliver';
const MOST_WEBHOOKS = 10;

type WebhookWords = { name: string; url: string; types: string[] };
type Jobs = Pick<Platform, 'jobs'>;

/** Whether requests into private networks are allowed here; an operator of the instance says so. */
export const mayCallPrivate = async (db: Db | Tx): Promise<boolean> =>
  (await findSetting<boolean>(db, 'webhooks.allow_private')) ?? false;

export async function getWebhookRow(db: Db | Tx, id: string): Promise<Webhook> {
  const row = await db
    .withTables<InterchangeTables>()
    .selectFrom('webhooks')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('webhook');
  return row;
}

const load = ({ tx }: CommandContext, { id }: { id: string }) => getWebhookRow(tx, id);

/** What can be said of an address before it is ever called; the rest is judged at each request. */
async function checkAddress(db: Tx, address: string): Promise<void> {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new AppError('invalid', { code: 'webhook.address' });
  }
  if (await mayCallPrivate(db)) return;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isLocalName = host === 'localhost' || host.endsWith('.localhost') || !/[.:]/.test(host);
  if (isLocalName || (isIP(host) !== 0 && !isPublicAddress(host))) {
    throw new AppError('refused', { code: 'webhook.private' });
  }
}

const createWebhook = defineCommand({
  name: 'webhook.create',
  load: ({ actor }) => Promise.resolve({ userId: actor.userId }),
  async run({ tx, now, emit }, input: WebhookWords & { secret: string }, { userId }) {
    await checkAddress(tx, input.url);
    const db = tx.withTables<InterchangeTables>();
    const { count } = await db
      .selectFrom('webhooks')
      .select(sql<number>`count(*)`.as('count'))
      .where('userId', '=', userId ?? '')
      .executeTakeFirstOrThrow();
    if (count >= MOST_WEBHOOKS) {
      throw new AppError('refused', { code: 'webhook.too_many', params: { most: MOST_WEBHOOKS } });
    }
    const id = newId(now.getTime());
    await db
      .insertInto('webhooks')
      .values({
        id,
        userId: userId ?? '',
        ...input,
        oldSecret: null,
        oldSecretUntil: null,
        turnedOffAt: null,
        turnedOffBy: null,
        createdAt: now,
      })
      .execute();
    emit({
      type: 'webhook.created',
      subject: { type: 'webhook', id },
      data: { types: input.types },
    });
    return { id };
  },
});

const rotateSecret = defineCommand({
  name: 'webhook.rotate',
  load,
  async run({ tx, now, emit }, input: { id: string; secret: string }, row) {
    await tx
      .withTables<InterchangeTables>()
      .updateTable('webhooks')
      .set({
        secret: input.secret,
        oldSecret: row.secret,
        oldSecretUntil: new Date(now.getTime() + ROTATION_HOURS * 3_600_000),
      })
      .where('id', '=', row.id)
      .execute();
    emit({ type: 'webhook.rotated', subject: { type: 'webhook', id: row.id } });
    return { id: row.id };
  },
});

export const switchWebhook = defineCommand({
  name: 'webhook.switch',
  load,
  async run({ tx, actor, now, emit }, { on }: { id: string; on: boolean }, row) {
    await tx
      .withTables<InterchangeTables>()
      .updateTable('webhooks')
      .set({
        failures: 0,
        turnedOffAt: on ? null : now,
        turnedOffBy: on ? null : actor.userId,
      })
      .where('id', '=', row.id)
      .execute();
    emit({
      type: on ? 'webhook.turned_on' : 'webhook.turned_off',
      subject: { type: 'webhook', id: row.id },
      data: { actorId: actor.userId },
    });
    return { id: row.id };
  },
});

export const removeWebhook = defineCommand({
  name: 'webhook.remove',
  load,
  async run({ tx, emit }, _input: { id: string }, row) {
    await tx
      .withTables<InterchangeTables>()
      .deleteFrom('webhooks')
      .where('id', '=', row.id)
      .execute();
    emit({ type: 'webhook.removed', subject: { type: 'webhook', id: row.id } });
    return { id: row.id };
  },
});

/** Sends something at once, to see whether it arrives. */
export const createTryWebhook = ({ jobs }: Jobs) =>
  defineCommand({
    name: 'webhook.try',
    load,
    async run({ tx, now, emit }, _input: { id: string }, row) {
      const id = newId(now.getTime());
      await tx
        .withTables<InterchangeTables>()
        .insertInto('webhookDeliveries')
        .values({
          id,
          webhookId: row.id,
          eventSeq: null,
          type: 'webhook.trial',
          body: JSON.stringify({ type: 'webhook.trial', timestamp: now.toISOString(), data: {} }),
          status: 'queued',
          responseCode: null,
          problem: null,
          milliseconds: null,
          createdAt: now,
          settledAt: null,
        })
        .execute();
      await jobs.send(tx, DELIVER_JOB, { id });
      emit({ type: 'webhook.tried', subject: { type: 'webhook', id: row.id } });
      return { id: row.id };
    },
  });

/** Sends the same delivery once more, under the same id. */
export const createRedeliver = ({ jobs }: Jobs) =>
  defineCommand({
    name: 'webhook.redeliver',
    load,
    async run({ tx, emit }, input: { id: string; deliveryId: string }, row) {
      const queued = await tx
        .withTables<InterchangeTables>()
        .updateTable('webhookDeliveries')
        .set({ status: 'queued', attempts: 0, settledAt: null })
        .where('id', '=', input.deliveryId)
        .where('webhookId', '=', row.id)
        .where('status', '<>', 'queued')
        .executeTakeFirst();
      if (queued.numUpdatedRows !== 1n) throw new AppError('refused', { code: 'webhook.queued' });
      await jobs.send(tx, DELIVER_JOB, { id: input.deliveryId });
      emit({ type: 'webhook.redelivered', subject: { type: 'webhook', id: row.id } });
      return { id: row.id };
    },
  });

const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** With its secret, which is shown this once and lies sealed in the database. */
export async function createWebhookWithSecret(
  platform: Platform,
  context: ApiContext,
  input: WebhookWords,
) {
  const secret = newWebhookSecret();
  const sealed = sealSecret(secret, signingSecret(platform.config));
  const request = { ...context.request, idempotencyKey: null };
  const { id } = await platform.runCommand(request, createWebhook, { ...input, secret: sealed });
  return { id, secret };
}

export async function rotateWebhookSecret(platform: Platform, context: ApiContext, id: string) {
  const secret = newWebhookSecret();
  const sealed = sealSecret(secret, signingSecret(platform.config));
  const request = { ...context.request, idempotencyKey: null };
  await platform.runCommand(request, rotateSecret, { id, secret: sealed });
  return { id, secret };
}
