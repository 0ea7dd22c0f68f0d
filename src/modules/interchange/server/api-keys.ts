import { sql } from 'kysely';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationNames } from '../../directory/index.ts';
import { accountNames } from '../../identity/index.ts';
import { newSecret, secretHash } from './secrets.ts';
import type { InterchangeTables } from './tables.ts';

export const KEY_PREFIX = 'rtk_';
const MOST_KEYS = 20;

type NewKey = {
  name: string;
  organisationId: string | null;
  scopes: string[];
  perMinute: number;
  expiresAt: Date | null;
};

/** Only the hash comes into the command, so that the secret lies nowhere. */
const createKey = defineCommand({
  name: 'key.create',
  load: ({ actor }, { organisationId }: NewKey & { hint: string; keyHash: string }) =>
    Promise.resolve({ userId: actor.userId, organisationId }),
  async run({ tx, actor, now, emit }, input) {
    const userId = actor.userId!;
    const db = tx.withTables<InterchangeTables>();
    const { count } = await db
      .selectFrom('apiKeys')
      .select(sql<number>`count(*)`.as('count'))
      .where('userId', '=', userId)
      .where('revokedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (count >= MOST_KEYS) {
      throw new AppError('refused', { code: 'key.too_many', params: { most: MOST_KEYS } });
    }
    if (input.expiresAt !== null && input.expiresAt <= now) {
      throw new AppError('invalid', { code: 'key.expires_past' });
    }
    const id = newId(now.getTime());
    await db
      .insertInto('apiKeys')
      .values({ id, userId, ...input, createdAt: now, lastUsedAt: null, revokedAt: null })
      .execute();
    emit({
      type: 'key.created',
      subject: { type: 'key', id },
      data: { scopes: input.scopes, organisationId: input.organisationId },
    });
    return { id };
  },
});

export const revokeKey = defineCommand({
  name: 'key.revoke',
  async load({ tx }, { id }: { id: string }) {
    const row = await tx
      .withTables<InterchangeTables>()
      .selectFrom('apiKeys')
      .select(['userId', 'organisationId', 'revokedAt'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw notFound('key');
    return row;
  },
  async run({ tx, now, emit }, { id }, { revokedAt }) {
    if (revokedAt !== null) return { id };
    await tx
      .withTables<InterchangeTables>()
      .updateTable('apiKeys')
      .set({ revokedAt: now })
      .where('id', '=', id)
      .execute();
    emit({ type: 'key.revoked', subject: { type: 'key', id } });
    return { id };
  },
});

/** A new key with its secret, which is never shown again. */
export async function createApiKey(platform: Platform, context: ApiContext, input: NewKey) {
  const secret = newSecret(KEY_PREFIX);
  // Kept with the answer of a repeated request the secret would lie in the database.
  const request = { ...context.request, idempotencyKey: null };
  const { id } = await platform.runCommand(request, createKey, {
    ...input,
    hint: secret.slice(0, KEY_PREFIX.length + 6),
    keyHash: secretHash(secret),
  });
  return { id, secret };
}

/** Keys of the person and of the own organisations, newest first; revoked ones for a while. */
export async function listApiKeys({ db, guard }: Platform, { request }: ApiContext) {
  const { actor } = request;
  guard.require(actor, 'key.mine');
  let rows = db.withTables<InterchangeTables>().selectFrom('apiKeys').selectAll();
  rows = rows.where((where) =>
    where.or([
      where('userId', '=', actor.userId ?? ''),
      ...(actor.organisationIds.length > 0
        ? [where('organisationId', 'in', actor.organisationIds)]
        : []),
    ]),
  );
  const keys = await rows.orderBy('createdAt', 'desc').limit(100).execute();
  const names = await organisationNames(
    db,
    keys.flatMap(({ organisationId }) => organisationId ?? []),
  );
  const people = await accountNames(
    db,
    keys.map(({ userId }) => userId),
  );
  return keys.map((key) => ({
    id: key.id,
    name: key.name,
    hint: key.hint,
    scopes: key.scopes,
    perMinute: key.perMinute,
    organisationName: key.organisationId === null ? null : (names.get(key.organisationId) ?? ''),
    madeBy: people.get(key.userId) ?? '',
    mine: key.userId === actor.userId,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  }));
}
