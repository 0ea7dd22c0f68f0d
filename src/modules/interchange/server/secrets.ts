import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** 192 random bits: nobody guesses them, so a plain hash keeps them. */
export const newSecret = (prefix: string): string =>
  `${prefix}${randomBytes(24).toString('base64url')}`;

export const secretHash = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

const keyOf = (instanceSecret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', instanceSecret, '', 'rongtong webhook secrets 1', 32));

/** A secret that is needed again, such as for signing, as it lies in the database (AES-256-GCM). */
export function sealSecret(secret: string, instanceSecret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(instanceSecret), nonce);
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Throws for what another instance has sealed. */
export function openSecret(sealed: string, instanceSecret: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyOf(instanceSecret),
    bytes.subarray(0, 12),
  ).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
