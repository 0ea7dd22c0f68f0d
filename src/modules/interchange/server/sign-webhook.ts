import { createHmac } from 'node:crypto';

/**
 * The headers of a delivery, after the Standard Webhooks specification 1.0: HMAC-SHA256 over
 * `id.timestamp.body`, in base64 behind `v1,`; while a secret is being changed both sign. The secret
 * is `whsec_` and base64.
 */
export function signedHeaders(delivery: {
  id: string;
  at: Date;
  body: string;
  secrets: readonly string[];
}): Record<string, string> {
  const timestamp = String(Math.floor(delivery.at.getTime() / 1000));
  const content = `${delivery.id}.${timestamp}.${delivery.body}`;
  const signatures = delivery.secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  });
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Rongtong-Webhooks/1',
    'webhook-id': delivery.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
