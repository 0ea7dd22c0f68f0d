import { AppError } from '../../../kernel/errors.ts';
import type { Actor } from '../../../kernel/policy.ts';
import type { Platform } from '../../../platform/platform.ts';
import { withheldActions, type ScopedRoute } from '../domain/scopes.ts';
import { KEY_PREFIX } from './api-keys.ts';
import type { ActorOf } from './import.job.ts';
import { secretHash } from './secrets.ts';
import type { InterchangeTables } from './tables.ts';

const MINUTE = 60_000;

/**
 * Who asks with a key: the person who made it, as far as its scopes and its organisation go. Counts
 * the requests of each minute, in this process. Throws `AppError` for a key that does not hold.
 */
export function createKeyActors(
  { db, clock }: Platform,
  actorOf: ActorOf,
  routes: readonly ScopedRoute[],
) {
  const windows = new Map<string, { minute: number; count: number }>();

  function count(id: string, perMinute: number): void {
    const now = clock.now().getTime();
    const minute = Math.floor(now / MINUTE);
    const window = windows.get(id);
    if (window?.minute !== minute) {
      // What was counted in other minutes is over.
      if (windows.size > 1000) windows.clear();
      windows.set(id, { minute, count: 1 });
      return;
    }
    window.count += 1;
    if (window.count > perMinute) {
      const seconds = Math.ceil(((minute + 1) * MINUTE - now) / 1000);
      throw new AppError('too_many', { code: 'key.limit', params: { perMinute, seconds } });
    }
  }

  /** Undefined when no key was given. */
  return async function findKeyActor(headers: Headers): Promise<Actor | undefined> {
    const [, secret = ''] = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
    if (!secret.startsWith(KEY_PREFIX)) return undefined;
    const key = await db
      .withTables<InterchangeTables>()
      .selectFrom('apiKeys')
      .selectAll()
      .where('keyHash', '=', secretHash(secret))
      .executeTakeFirst();
    const now = clock.now();
    if (!key || key.revokedAt !== null)
      throw new AppError('unauthenticated', { code: 'key.unknown' });
    if (key.expiresAt !== null && key.expiresAt <= now) {
      throw new AppError('unauthenticated', { code: 'key.expired' });
    }
    count(key.id, key.perMinute);
    if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() > MINUTE) {
      await db
        .withTables<InterchangeTables>()
        .updateTable('apiKeys')
        .set({ lastUsedAt: now })
        .where('id', '=', key.id)
        .execute();
    }
    const person = await actorOf(key.userId);
    const actor = {
      ...person,
      name: `${person.name}（${key.name}）`,
      withheld: withheldActions(routes, key.scopes),
    };
    if (key.organisationId === null) return actor;
    // Whoever has left the organisation no longer acts for it, by key or otherwise.
    return {
      ...actor,
      grants: actor.grants.filter(({ role }) => role === 'enterprise' || role === 'expert'),
      organisationIds: actor.organisationIds.filter((id) => id === key.organisationId),
      expertIds: [],
    };
  };
}
