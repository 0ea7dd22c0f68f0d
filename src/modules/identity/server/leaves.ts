import { beijingDate } from '../../../kernel/calendar.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Actor } from '../../../kernel/policy.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Contact } from './memberships.ts';
import { accountNames, contactsOf } from './memberships.ts';
import { findRoleHolders } from './role-holders.ts';
import type { IdentityTables } from './tables.ts';

/** Who acts for somebody who is away, and until which day. */
export type Deputy = { userId: string; until: string };

const HOPS = 5;

/**
 * Who acts today for each of those who are away: the deputy, or the deputy's own one where that one is
 * away too. Nobody acts for one whose deputies lead in a circle.
 */
export async function deputiesAt(database: Db | Tx, at: Date): Promise<Map<string, Deputy>> {
  const today = beijingDate(at);
  const rows = await database
    .withTables<IdentityTables>()
    .selectFrom('leaves')
    .select(['userId', 'deputyId', 'untilDay'])
    .where('fromDay', '<=', today)
    .where('untilDay', '>=', today)
    .where('endedAt', 'is', null)
    .orderBy('enteredAt')
    .execute();
  const direct = new Map(rows.map((row) => [row.userId, row]));
  const found = new Map<string, Deputy>();
  for (const { userId, untilDay } of direct.values()) {
    let deputyId: string | undefined = direct.get(userId)?.deputyId;
    for (let hop = 0; deputyId !== undefined && direct.has(deputyId) && hop < HOPS; hop += 1) {
      deputyId = deputyId === userId ? undefined : direct.get(deputyId)?.deputyId;
    }
    if (deputyId !== undefined && deputyId !== userId && !direct.has(deputyId)) {
      found.set(userId, { userId: deputyId, until: untilDay });
    }
  }
  return found;
}

/** Accounts for which this one acts today. */
export async function standsInFor(db: Db | Tx, userId: string, at: Date): Promise<string[]> {
  const deputies = await deputiesAt(db, at);
  return [...deputies].flatMap(([away, deputy]) => (deputy.userId === userId ? [away] : []));
}

/** Those who can be reached: in place of who is away, the deputy; each once. */
export async function reachable(
  tx: Db | Tx,
  contacts: readonly Contact[],
  at: Date,
): Promise<Contact[]> {
  const deputies = await deputiesAt(tx, at);
  const here = contacts.filter(({ userId }) => !deputies.has(userId));
  const wanted = contacts.flatMap(({ userId }) => deputies.get(userId)?.userId ?? []);
  const known = new Set(here.map(({ userId }) => userId));
  const others = wanted.filter((userId) => !known.has(userId));
  return others.length === 0 ? here : [...here, ...(await contactsOf(tx, { userIds: others }))];
}

type Leave = { deputyId: string; from: string; until: string; note: string };

/** A broker or operator will be away; the deputy gets new turns and reminders meanwhile. */
export const enterLeave = defineCommand({
  name: 'leave.enter',
  async run({ tx, actor, now, emit }, input: Leave): Promise<{ id: string }> {
    const userId = actor.userId ?? '';
    const today = beijingDate(now);
    const wrong = (code: string, path: string) =>
      new AppError('invalid', { code }, [{ path, message: '' }]);
    if (input.until < input.from) throw wrong('leave.days_order', 'until');
    if (input.until < today) throw wrong('leave.past', 'until');
    const deputies = await findDeputies(tx, actor, now);
    if (!deputies.some(({ id }) => id === input.deputyId)) throw wrong('leave.deputy', 'deputyId');
    const db = tx.withTables<IdentityTables>();
    const overlapping = await db
      .selectFrom('leaves')
      .select('id')
      .where('userId', '=', userId)
      .where('endedAt', 'is', null)
      .where('fromDay', '<=', input.until)
      .where('untilDay', '>=', input.from)
      .executeTakeFirst();
    if (overlapping) throw new AppError('refused', { code: 'leave.overlaps' });
    const id = newId(now.getTime());
    await db
      .insertInto('leaves')
      .values({
        id,
        userId,
        deputyId: input.deputyId,
        fromDay: input.from,
        untilDay: input.until,
        note: input.note,
        enteredAt: now,
        endedAt: null,
      })
      .execute();
    emit({
      type: 'leave.entered',
      subject: { type: 'account', id: userId },
      data: { deputyId: input.deputyId, from: input.from, until: input.until, actorId: userId },
    });
    return { id };
  },
});

export const endLeave = defineCommand({
  name: 'leave.end',
  async load({ tx }, input: { id: string }) {
    const row = await tx
      .withTables<IdentityTables>()
      .selectFrom('leaves')
      .selectAll()
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (!row) throw notFound('leave');
    return row;
  },
  async run({ tx, now, emit }, input: { id: string }, leave): Promise<{ id: string }> {
    if (leave.endedAt === null) {
      await tx
        .withTables<IdentityTables>()
        .updateTable('leaves')
        .set({ endedAt: now })
        .where('id', '=', input.id)
        .execute();
      emit({
        type: 'leave.ended',
        subject: { type: 'account', id: leave.userId },
        data: { deputyId: leave.deputyId },
      });
    }
    return { id: input.id };
  },
});

/** Who can stand in: those who hold one of the same roles for the same place. */
async function findDeputies(db: Db | Tx, actor: Actor, now: Date) {
  const held = actor.grants.filter(({ role }) => role === 'broker' || role === 'operator');
  const found = await Promise.all(
    held.map(({ role, regionCode }) =>
      findRoleHolders(db, { role: role as 'broker' | 'operator', region: regionCode ?? '' }, now),
    ),
  );
  const people = new Map(found.flat().map((person) => [person.id, person]));
  people.delete(actor.userId ?? '');
  return [...people.values()];
}

/** My leaves that are not over, for whom I act today, and who could act for me. */
export async function listLeaves(database: Db, actor: Actor, now: Date) {
  const userId = actor.userId ?? '';
  const rows = await database
    .withTables<IdentityTables>()
    .selectFrom('leaves')
    .selectAll()
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .where('untilDay', '>=', beijingDate(now))
    .orderBy('fromDay')
    .execute();
  const acting = await standsInFor(database, userId, now);
  const deputies = await deputiesAt(database, now);
  const names = await accountNames(database, [...rows.map(({ deputyId }) => deputyId), ...acting]);
  return {
    leaves: rows.map((row) => ({
      id: row.id,
      deputyName: names.get(row.deputyId) ?? '',
      from: row.fromDay,
      until: row.untilDay,
      note: row.note,
    })),
    actingFor: acting.map((away) => ({
      name: names.get(away) ?? '',
      until: deputies.get(away)?.until ?? '',
    })),
    deputies: await findDeputies(database, actor, now),
  };
}
