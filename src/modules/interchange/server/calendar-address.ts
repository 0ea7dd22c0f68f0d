import { AppError, notFound } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { calendarFile } from '../../../platform/documents/ics.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { PlainRoute } from '../../../platform/http/plain-route.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ownDates } from '../../dockings/index.ts';
import type { ActorOf } from './import.job.ts';
import { newSecret, secretHash } from './secrets.ts';
import type { InterchangeTables } from './tables.ts';

const mine = ({ actor }: { actor: { userId: string | null } }) =>
  Promise.resolve({ userId: actor.userId });

const renewCalendar = defineCommand({
  name: 'calendar.renew',
  load: mine,
  async run({ tx, now, emit }, { tokenHash }: { tokenHash: string }, { userId }) {
    if (userId === null) throw new AppError('unauthenticated', { code: 'policy.sign_in' });
    const row = { tokenHash, createdAt: now };
    await tx
      .withTables<InterchangeTables>()
      .insertInto('calendarAddresses')
      .values({ userId, ...row })
      .onConflict((conflict) => conflict.column('userId').doUpdateSet(row))
      .execute();
    emit({ type: 'calendar.renewed', subject: { type: 'account', id: userId } });
  },
});

export const revokeCalendar = defineCommand({
  name: 'calendar.revoke',
  load: mine,
  async run({ tx, emit }, _none: object, { userId }) {
    await tx
      .withTables<InterchangeTables>()
      .deleteFrom('calendarAddresses')
      .where('userId', '=', userId ?? '')
      .execute();
    emit({ type: 'calendar.revoked', subject: { type: 'account', id: userId ?? '' } });
  },
});

/** A new private address; only its hash is kept. */
export async function renewCalendarAddress(platform: Platform, context: ApiContext) {
  const token = newSecret('');
  const request = { ...context.request, idempotencyKey: null };
  await platform.runCommand(request, renewCalendar, { tokenHash: secretHash(token) });
  return { address: `${platform.config.publicUrl}/calendars/${token}.ics` };
}

export async function getCalendarAddress({ db, guard }: Platform, { request }: ApiContext) {
  guard.require(request.actor, 'calendar.mine');
  const row = await db
    .withTables<InterchangeTables>()
    .selectFrom('calendarAddresses')
    .select('createdAt')
    .where('userId', '=', request.actor.userId ?? '')
    .executeTakeFirst();
  return { createdAt: row?.createdAt.toISOString() ?? null };
}

/** Due times and meetings of somebody's cases, for the calendar program that knows the address. */
export const ownCalendar = (platform: Platform, actorOf: ActorOf): PlainRoute => ({
  path: '/calendars/:file',
  permission: 'calendar.read',
  async answer({ params, context }) {
    platform.guard.require(context.request.actor, 'calendar.read');
    const [, token = ''] = /^([\w-]+)\.ics$/.exec(params['file'] ?? '') ?? [];
    const row = await platform.db
      .withTables<InterchangeTables>()
      .selectFrom('calendarAddresses')
      .select('userId')
      .where('tokenHash', '=', secretHash(token))
      .executeTakeFirst();
    if (!row) throw notFound('calendar');
    const dates = await ownDates(platform, await actorOf(row.userId), context.translate);
    return new Response(calendarFile(dates, { method: 'publish' }), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, max-age=300',
      },
    });
  },
});
