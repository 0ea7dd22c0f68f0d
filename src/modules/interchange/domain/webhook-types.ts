/** Events that others may be told of, and what must be readable for that. */
export const webhookTypes = [
  'organisation.registered',
  'organisation.imported',
  'expert.registered',
  'expert.imported',
  'need.submitted',
  'need.published',
  'need.imported',
  'need.returned',
  'need.closed',
  'achievement.published',
  'achievement.imported',
  'achievement.withdrawn',
  'docking.proposed',
  'docking.accepted',
  'docking.declined',
  'docking.contacted',
  'docking.met',
  'docking.contracted',
  'docking.delivered',
  'docking.completed',
  'docking.failed',
] as const;
export type WebhookType = (typeof webhookTypes)[number];

/** Tries of one delivery; the pauses between them double. */
export const DELIVERY_TRIES = 8;
/** Failed tries in succession, over all deliveries, after which a webhook is turned off. */
export const FAILURES_TO_TURN_OFF = 20;
/** How long the secret before the present one signs as well, in hours. */
export const ROTATION_HOURS = 24;
