import { sql } from 'kysely';
import { beijingDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Actor } from '../../../kernel/policy.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { memberedKinds } from '../domain/directory.policy.ts';
import { getOrganisationRow, loadOrganisation } from './organisation-commands.ts';
import type { DirectoryTables, OrganisationEntry } from './tables.ts';

function refuseUnlessMembered(carrier: OrganisationEntry): void {
  if (!memberedKinds.includes(carrier.kind)) {
    throw new AppError('refused', { code: 'carrier.no_members' });
  }
  if (carrier.status !== 'active') {
    throw new AppError('refused', { code: 'directory.not_in_use' });
  }
}

const emitChange = ({ emit, actor }: CommandContext, type: string, id: string, about?: object) =>
  emit({ type, subject: { type: 'organisation', id }, data: { actorId: actor.userId, ...about } });

export const addCarrierMember = defineCommand({
  name: 'carrier.add-member',
  load: loadOrganisation,
  async run(
    context,
    input: {
      id: string;
      organisationId?: string | undefined;
      expertId?: string | undefined;
      fromDay: string;
      words: string;
    },
    carrier,
  ) {
    refuseUnlessMembered(carrier);
    const { tx, now } = context;
    const db = tx.withTables<DirectoryTables>();
    const table = input.organisationId ? 'organisations' : 'experts';
    const memberId = input.organisationId ?? input.expertId;
    if (memberId === undefined || memberId === carrier.id) {
      throw new AppError('invalid', { code: 'carrier.member' });
    }
    const member = await db
      .selectFrom(table as 'experts')
      .select(['status', 'isExample'])
      .where('id', '=', memberId)
      .executeTakeFirst();
    if (member?.status !== 'active') throw new AppError('refused', { code: 'carrier.member' });
    const present = await db
      .selectFrom('carrierMembers')
      .select('id')
      .where('carrierId', '=', carrier.id)
      .where(input.organisationId ? 'organisationId' : 'expertId', '=', memberId)
      .where('untilDay', 'is', null)
      .executeTakeFirst();
    if (present) throw new AppError('conflict', { code: 'carrier.already_member' });
    const id = newId(now.getTime());
    await db
      .insertInto('carrierMembers')
      .values({
        id,
        carrierId: carrier.id,
        organisationId: input.organisationId ?? null,
        expertId: input.organisationId ? null : memberId,
        fromDay: input.fromDay,
        words: input.words,
      })
      .execute();
    emitChange(context, 'carrier.member_added', carrier.id, { memberId });
    return { id: carrier.id };
  },
});

export const endCarrierMember = defineCommand({
  name: 'carrier.end-member',
  load: loadOrganisation,
  async run(context, input: { id: string; memberId: string; untilDay: string }, carrier) {
    const db = context.tx.withTables<DirectoryTables>();
    const member = await db
      .selectFrom('carrierMembers')
      .select('fromDay')
      .where('id', '=', input.memberId)
      .where('carrierId', '=', carrier.id)
      .where('untilDay', 'is', null)
      .executeTakeFirst();
    if (!member) throw new AppError('refused', { code: 'carrier.not_present' });
    if (input.untilDay < member.fromDay) {
      throw new AppError('invalid', { code: 'carrier.until_before_from' });
    }
    await db
      .updateTable('carrierMembers')
      .set({ untilDay: input.untilDay })
      .where('id', '=', input.memberId)
      .execute();
    emitChange(context, 'carrier.member_ended', carrier.id, { memberId: input.memberId });
    return { id: carrier.id };
  },
});

/** The carrier as the policy sees it: with the member, if any, that this person belongs to today. */
export async function loadCarrierFor(
  db: Db | Tx,
  actor: Actor,
  carrier: OrganisationEntry,
  today: string,
) {
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('carrierMembers')
    .select(['organisationId', 'expertId'])
    .where('carrierId', '=', carrier.id)
    .where('fromDay', '<=', today)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', today)]))
    .execute();
  const among = (ids: readonly string[], id: string | null) => id !== null && ids.includes(id);
  return {
    ...carrier,
    memberOrganisationId:
      rows.find((row) => among(actor.organisationIds, row.organisationId))?.organisationId ?? null,
    memberExpertId: rows.find((row) => among(actor.expertIds, row.expertId))?.expertId ?? null,
  };
}

export const noteCarrierActivity = defineCommand({
  name: 'carrier.note-activity',
  load: async (
    { tx, actor, now },
    input: { id: string; heldOn: string; title: string; words: string },
  ) => loadCarrierFor(tx, actor, await getOrganisationRow(tx, input.id), beijingDate(now)),
  async run(context, input, carrier) {
    refuseUnlessMembered(carrier);
    const { tx, actor, now } = context;
    if (input.heldOn > beijingDate(now)) {
      throw new AppError('invalid', { code: 'carrier.not_yet' });
    }
    await tx
      .withTables<DirectoryTables>()
      .insertInto('carrierActivities')
      .values({
        id: newId(now.getTime()),
        carrierId: carrier.id,
        heldOn: input.heldOn,
        title: input.title,
        words: input.words,
        enteredBy: actor.userId ?? 'system',
        enteredName: actor.name,
        enteredAt: now,
      })
      .execute();
    emitChange(context, 'carrier.activity_noted', carrier.id);
    return { id: carrier.id };
  },
});

/** Members of a carrier, or the carriers somebody belongs to; those of today first. */
export async function listCarrierMembers(
  database: Db,
  of: { carrierId: string } | { organisationId: string } | { expertId: string },
  today: string,
) {
  const [[field, id] = ['carrierId', '']] = Object.entries(of);
  const rows = await database
    .withTables<DirectoryTables>()
    .selectFrom('carrierMembers')
    .innerJoin('organisations as carrier', 'carrier.id', 'carrierMembers.carrierId')
    .leftJoin('organisations as member', 'member.id', 'carrierMembers.organisationId')
    .leftJoin('experts', 'experts.id', 'carrierMembers.expertId')
    .select([
      'carrierMembers.id',
      'carrierMembers.carrierId',
      'carrier.name as carrierName',
      'carrierMembers.organisationId',
      'carrierMembers.expertId',
      'carrierMembers.fromDay',
      'carrierMembers.untilDay',
      'carrierMembers.words',
      sql<string>`coalesce(member.name, experts.name)`.as('name'),
    ])
    .where(`carrierMembers.${field as 'carrierId'}`, '=', id)
    .orderBy(sql`coalesce(carrier_members.until_day >= ${today}, true)`, 'desc')
    .orderBy('carrierMembers.fromDay', 'desc')
    .orderBy('carrierMembers.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, present: row.untilDay === null || row.untilDay >= today }));
}

/** What happened at a carrier, the latest first. */
export function listActivities(database: Db, carrierId: string) {
  return database
    .withTables<DirectoryTables>()
    .selectFrom('carrierActivities')
    .select(['id', 'heldOn', 'title', 'words', 'enteredName'])
    .where('carrierId', '=', carrierId)
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}
