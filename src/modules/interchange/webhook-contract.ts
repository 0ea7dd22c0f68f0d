import { z } from 'zod';
import { id, line, moment, pageOf, paging, route } from '../../platform/contract/route.ts';
import { webhookTypes } from './domain/webhook-types.ts';

const webhook = z.object({
  id,
  name: z.string(),
  url: z.string(),
  types: z.array(z.string()),
  /** Tries in succession that failed. */
  failures: z.number().int(),
  on: z.boolean(),
  /** It was turned off because nobody answered. */
  gaveUp: z.boolean(),
  /** The secret before the present one signs as well until then. */
  oldSecretUntil: moment.nullable(),
  createdAt: moment,
});
const webhooks = z.array(webhook);
const withSecret = z.object({ id, secret: z.string() });

const delivery = z.object({
  id,
  type: z.string(),
  body: z.string(),
  status: z.enum(['queued', 'delivered', 'failed']),
  attempts: z.number().int(),
  responseCode: z.number().int().nullable(),
  problem: z.string().nullable(),
  milliseconds: z.number().int().nullable(),
  createdAt: moment,
  settledAt: moment.nullable(),
});

export const webhookContract = {
  listWebhooks: route('GET', '/my/webhooks', 'webhook.mine', 'My webhooks').output(webhooks),
  createWebhook: route(
    'POST',
    '/my/webhooks',
    'webhook.create',
    'Have another program told of events; its secret is shown this once',
  )
    .input(
      z.object({
        name: line(60),
        url: z.url({ protocol: /^https?$/ }).max(500),
        types: z.array(z.enum(webhookTypes)).min(1),
      }),
    )
    .output(withSecret),
  rotateWebhook: route(
    'POST',
    '/my/webhooks/{id}/rotate',
    'webhook.rotate',
    'A new secret; the one before signs as well for a day',
  )
    .input(z.object({ id }))
    .output(withSecret),
  switchWebhook: route(
    'POST',
    '/my/webhooks/{id}/switch',
    'webhook.switch',
    'Turn a webhook on or off',
  )
    .input(z.object({ id, on: z.boolean() }))
    .output(webhooks),
  tryWebhook: route('POST', '/my/webhooks/{id}/try', 'webhook.try', 'Send a trial')
    .input(z.object({ id }))
    .output(webhooks),
  removeWebhook: route(
    'POST',
    '/my/webhooks/{id}/remove',
    'webhook.remove',
    'Remove a webhook with its log',
  )
    .input(z.object({ id }))
    .output(webhooks),
  listDeliveries: route(
    'GET',
    '/my/webhooks/{id}/deliveries',
    'webhook.read',
    'What was sent, and how it was answered',
  )
    .input(z.object({ id, ...paging }))
    .output(pageOf(delivery)),
  redeliver: route(
    'POST',
    '/my/webhooks/{id}/redeliver',
    'webhook.redeliver',
    'Send a delivery once more',
  )
    .input(z.object({ id, deliveryId: id }))
    .output(webhooks),
};
