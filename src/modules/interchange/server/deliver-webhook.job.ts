import { sql } from 'kysely';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { signingSecret, systemActor } from '../../identity/index.ts';
import { DELIVERY_TRIES, FAILURES_TO_TURN_OFF } from '../domain/webhook-types.ts';
import { postWebhook, type PostOutcome } from './post-webhook.ts';
import { openSecret } from './secrets.ts';
import { signedHeaders } from './sign-webhook.ts';
import type { InterchangeTables, Webhook } from './tables.ts';
import { DELIVER_JOB, getWebhookRow, mayCallPrivate } from './webhook-commands.ts';

const GONE = 410;

/** Nobody answers there any more: no more is sent until the owner turns it on again. */
const giveUp = defineCommand({
  name: 'webhook.turn-off',
  load: ({ tx }, { id }: { id: string }) => getWebhookRow(tx, id),
  async run({ tx, now, emit }, _input, row) {
    const turned = await tx
      .withTables<InterchangeTables>()
      .updateTable('webhooks')
      .set({ turnedOffAt: now, turnedOffBy: 'system' })
      .where('id', '=', row.id)
      .where('turnedOffAt', 'is', null)
      .executeTakeFirst();
    if (turned.numUpdatedRows === 1n) {
      emit({ type: 'webhook.gave_up', subject: { type: 'webhook', id: row.id } });
    }
  },
});

/** One try of a delivery; one that fails is tried again by the queue, with growing pauses. */
export const deliverWebhookJob = (platform: Platform): Job<{ id: string }> => ({
  name: DELIVER_JOB,
  retryLimit: DELIVERY_TRIES - 1,
  async handle({ id }) {
    const { db, clock, config } = platform;
    const delivery = await db
      .withTables<InterchangeTables>()
      .selectFrom('webhookDeliveries')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (delivery?.status !== 'queued') return;
    const webhook = await getWebhookRow(db, delivery.webhookId);
    if (webhook.turnedOffAt !== null) {
      await settle(platform, { id, webhookId: webhook.id }, null, 0, true);
      return;
    }
    const headers = signedHeaders({
      id,
      at: clock.now(),
      body: delivery.body,
      secrets: secretsOf(webhook, clock.now()).map((sealed) =>
        openSecret(sealed, signingSecret(config)),
      ),
    });
    const started = performance.now();
    const outcome = await postWebhook(
      webhook.url,
      { headers, body: delivery.body },
      await mayCallPrivate(db),
    );
    const milliseconds = Math.round(performance.now() - started);
    const last = delivery.attempts + 1 >= DELIVERY_TRIES || outcome.code === GONE;
    const failures = await settle(
      platform,
      { id, webhookId: webhook.id },
      outcome,
      milliseconds,
      last,
    );
    if (failures >= FAILURES_TO_TURN_OFF || outcome.code === GONE) {
      const request = { actor: systemActor, requestId: `webhook ${id}` };
      await platform.runCommand(request, giveUp, { id: webhook.id });
    } else if (failures > 0 && !last) {
      throw new Error(`Delivery ${id} was answered ${outcome.code ?? outcome.problem}`);
    }
  },
});

const arrived = (outcome: PostOutcome | null): boolean =>
  outcome?.code !== null && outcome !== null && outcome.code >= 200 && outcome.code < 300;

/** Notes the try in the log; gives how many have failed in succession. `null`: it was turned off. */
function settle(
  { db, clock }: Platform,
  delivery: { id: string; webhookId: string },
  outcome: PostOutcome | null,
  milliseconds: number,
  last: boolean,
): Promise<number> {
  const done = arrived(outcome);
  return db.transaction().execute(async (tx) => {
    const tables = tx.withTables<InterchangeTables>();
    await tables
      .updateTable('webhookDeliveries')
      .set({
        attempts: sql<number>`attempts + 1`,
        status: done ? 'delivered' : last ? 'failed' : 'queued',
        responseCode: outcome?.code ?? null,
        problem: outcome === null ? 'off' : outcome.problem,
        milliseconds,
        settledAt: done || last ? clock.now() : null,
      })
      .where('id', '=', delivery.id)
      .execute();
    if (outcome === null) return 0;
    const row = await tables
      .updateTable('webhooks')
      .set({ failures: done ? 0 : sql<number>`failures + 1` })
      .where('id', '=', delivery.webhookId)
      .returning('failures')
      .executeTakeFirst();
    return row?.failures ?? 0;
  });
}

const secretsOf = (webhook: Webhook, now: Date): string[] => [
  webhook.secret,
  ...(webhook.oldSecret !== null && webhook.oldSecretUntil !== null && webhook.oldSecretUntil > now
    ? [webhook.oldSecret]
    : []),
];
