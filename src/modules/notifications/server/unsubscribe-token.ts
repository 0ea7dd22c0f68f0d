import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whose mail stops; of one kind, or of all when `kind` is null. */
export type Unsubscription = { userId: string; kind: string | null };

/** So that the secret signs nothing else that could be taken for a token. */
const PURPOSE = 'rongtong unsubscribe 1';

const sign = (payload: string, secret: string): string =>
  createHmac('sha256', secret).update(`${PURPOSE}\n${payload}`).digest('base64url');

/** A token for a link that works without an account. It does not expire: old mails are read too. */
export function unsubscribeToken({ userId, kind }: Unsubscription, secret: string): string {
  const payload = Buffer.from(JSON.stringify([userId, kind])).toString('base64url');
  return `${payload}.${sign(payload, secret)}`;
}

/** Undefined for what was not signed here, or was changed. */
export function readUnsubscribeToken(token: string, secret: string): Unsubscription | undefined {
  const [payload = '', given = ''] = token.split('.');
  const wanted = Buffer.from(sign(payload, secret));
  const signature = Buffer.from(given);
  if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted)) return undefined;
  const read: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  if (!Array.isArray(read)) return undefined;
  const [userId, kind] = read as unknown[];
  if (typeof userId !== 'string' || (kind !== null && typeof kind !== 'string')) return undefined;
  return { userId, kind };
}
