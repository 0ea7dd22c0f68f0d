import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { betterAuth } from 'better-auth';
import { newId } from '../../../kernel/ids.ts';
import type { Config } from '../../../platform/config/config.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { IdentityTables } from './tables.ts';

/** Carries the address a request really came from, for the limits on signing in. */
export const CLIENT_HEADER = 'x-rongtong-client';

/** How long a session lives without use, in seconds. */
const SESSION_SECONDS = 7 * 24 * 3600;

/** How long links in mails about the account hold, in seconds. */
const RESET_SECONDS = 3600;
const CONFIRM_SECONDS = 3 * 24 * 3600;

/** What a mail about an account is for; its words are those of `account-mail.ts`. */
export type AccountMail = {
  purpose: 'reset' | 'confirm';
  user: { id: string; name: string; email: string };
  token: string;
  /** Of the request that asked for it. */
  acceptLanguage: string | null;
};

/**
 * Accounts, passwords and sessions. Never call its api inside a transaction of ours: on the embedded
 * database it would wait for the one session that we hold.
 */
export function createAuth(parts: {
  db: Db;
  config: Config;
  sendMail: (mail: AccountMail) => Promise<void>;
  onError: (message: string) => void;
}) {
  const { db, config } = parts;
  return betterAuth({
    appName: 'Rongtong',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: signingSecret(config),
    database: { db, type: 'postgres' },
    trustedOrigins: (request) => {
      // Whoever reaches this server under another name of the same machine may sign in as well.
      const host = request?.headers.get('host');
      return host ? [config.publicUrl, `http://${host}`, `https://${host}`] : [config.publicUrl];
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      autoSignIn: true,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      // Whoever knew the old password is out.
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }, request) =>
        parts.sendMail({
          purpose: 'reset',
          user,
          token,
          acceptLanguage: request?.headers.get('accept-language') ?? null,
        }),
      // The link came to that address.
      onPasswordReset: ({ user }) => confirmAddress(db, user.id),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: CONFIRM_SECONDS,
      async sendVerificationEmail({ user, token }, request) {
        // Accounts that no person opened, such as those of the examples, are written nothing.
        if (!request) return;
        const acceptLanguage = request.headers.get('accept-language');
        await parts.sendMail({ purpose: 'confirm', user, token, acceptLanguage });
      },
    },
    session: { modelName: 'sessions', expiresIn: SESSION_SECONDS, updateAge: 24 * 3600 },
    user: { modelName: 'users' },
    account: { modelName: 'credentials' },
    verification: { modelName: 'verifications' },
    // Counted in memory: sign-in is slow on purpose (scrypt), this stops guessing in bulk.
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/sign-up/email': { window: 60, max: 10 },
        '/request-password-reset': { window: 600, max: 10 },
        '/send-verification-email': { window: 600, max: 10 },
      },
    },
    advanced: {
      // Set by our own HTTP layer from the connection; what a client writes there is thrown away.
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
      cookiePrefix: 'rongtong',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      database: { generateId: () => newId() },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => parts.onError(message) },
  });
}
export type Auth = ReturnType<typeof createAuth>;

async function confirmAddress(db: Db, userId: string): Promise<void> {
  await db
    .withTables<IdentityTables>()
    .updateTable('users')
    .set({ emailVerified: true })
    .where('id', '=', userId)
    .execute();
}

/** What sessions and links in mails are signed with. */
export const signingSecret = (config: Pick<Config, 'authSecret' | 'dataDir'>): string =>
  config.authSecret ?? keptSecret(config.dataDir);

// Without AUTH_SECRET one is made at the first start and kept beside the data.
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'auth-secret');
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    const secret = createHash('sha256').update(randomBytes(64)).digest('hex');
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    fs.writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}
