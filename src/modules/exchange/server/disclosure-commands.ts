import { beijingDate, shiftDate } from '../../../kernel/calendar.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { organisationNames } from '../../directory/index.ts';
import { isLive, LONGEST_CONSENT_DAYS, type DisclosureStatus } from '../domain/disclosure.ts';
import { closedRecord, type Subject } from './listing-details.ts';
import { getListing } from './open-closed-part.ts';
import type { ExchangeTables } from './tables.ts';

export async function getDisclosureRow(db: Db | Tx, id: string) {
  const row = await db
    .withTables<ExchangeTables>()
    .selectFrom('disclosures')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('disclosure');
  return row;
}
export type DisclosureRow = Awaited<ReturnType<typeof getDisclosureRow>>;

/** Asks the owner to see a closed part: for one's organisation, or for oneself without one. */
export const askForClosedPart = defineCommand({
  name: 'closed-part.ask',
  load: async ({ tx, actor, now }: CommandContext, input: Subject & { words: string }) =>
    closedRecord(tx, actor, await getListing(tx, input), now),
  async run({ tx, actor, now, emit }, input, record) {
    const db = tx.withTables<ExchangeTables>();
    if (actor.organisationIds.includes(record.organisationId)) {
      throw new AppError('refused', { code: 'disclosure.own' });
    }
    if (record.tier !== 'on_request')
      throw new AppError('refused', { code: 'disclosure.not_asked' });
    const [organisationId = null] = actor.organisationIds;
    const names = await organisationNames(tx, actor.organisationIds);
    const id = newId(now.getTime());
    const inserted = await db
      .insertInto('disclosures')
      .values({
        id,
        subjectType: input.type,
        subjectId: input.id,
        ownerId: record.organisationId,
        requestedBy: actor.userId ?? '',
        requesterName: actor.name,
        organisationId,
        requesterOrganisation: organisationId === null ? '' : (names.get(organisationId) ?? ''),
        words: input.words,
        requestedAt: now,
        status: 'asked',
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) {
      throw new AppError('refused', { code: 'disclosure.asked_already' });
    }
    emit({
      type: 'disclosure.asked',
      subject: { type: 'disclosure', id },
      data: { actorId: actor.userId },
    });
  },
});

const load = async ({ tx }: CommandContext, input: { id: string }) => {
  const row = await getDisclosureRow(tx, input.id);
  return { ...row, organisationId: row.ownerId };
};

async function decideDisclosure(
  { tx, actor, now, emit }: CommandContext,
  row: { id: string; status: DisclosureStatus },
  to: { status: DisclosureStatus; validUntil?: string; reason?: string },
) {
  const result = await tx
    .withTables<ExchangeTables>()
    .updateTable('disclosures')
    .set({
      status: to.status,
      ...(to.validUntil === undefined ? {} : { validUntil: to.validUntil }),
      reason: to.reason ?? null,
      decidedBy: actor.name,
      decidedAt: now,
    })
    .where('id', '=', row.id)
    .where('status', '=', row.status)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
  emit({
    type: `disclosure.${to.status}`,
    subject: { type: 'disclosure', id: row.id },
    data: { actorId: actor.userId },
  });
  return { id: row.id };
}

/** Lets the one who asked see the closed part through a day, by the calendar of China. */
export const consentToDisclosure = defineCommand({
  name: 'closed-part.consent',
  load,
  async run(context, input: { id: string; until: string }, row) {
    // What was refused, taken back or has run out may be given after all.
    const today = beijingDate(context.now);
    if (isLive(row, today)) throw new AppError('refused', { code: 'disclosure.granted_already' });
    if (input.until < today || input.until > shiftDate(today, LONGEST_CONSENT_DAYS)) {
      throw new AppError('invalid', { code: 'disclosure.until' });
    }
    return decideDisclosure(context, row, { status: 'granted', validUntil: input.until });
  },
});

export const refuseDisclosure = defineCommand({
  name: 'closed-part.refuse',
  load,
  async run(context, input: { id: string; words: string }, row) {
    if (row.status !== 'asked') throw new AppError('refused', { code: 'disclosure.decided' });
    return decideDisclosure(context, row, { status: 'refused', reason: input.words });
  },
});

/** From now on it is closed to them again; what they opened before stays in the log. */
export const revokeDisclosure = defineCommand({
  name: 'closed-part.revoke',
  load,
  async run(context, input: { id: string; words: string }, row) {
    if (!isLive(row, beijingDate(context.now))) {
      throw new AppError('refused', { code: 'disclosure.not_granted' });
    }
    return decideDisclosure(context, row, { status: 'revoked', reason: input.words });
  },
});
