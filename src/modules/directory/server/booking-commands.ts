import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { dueFrom, workCalendar } from '../../../platform/settings/settings.ts';
import { bookingWorkflow } from '../domain/booking.workflow.ts';
import { bookingRefusals } from '../domain/facility-times.ts';
import type { DirectoryTables } from './tables.ts';

/** A booking with what the policy asks of the facility it is for. */
export async function getBookingRow(db: Db | Tx, id: string) {
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('facilityBookings')
    .innerJoin('facilities', 'facilities.id', 'facilityBookings.facilityId')
    .selectAll('facilityBookings')
    .select([
      'facilities.name as facilityName',
      'facilities.regionCode',
      'facilities.organisationId',
    ])
    .where('facilityBookings.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('booking');
  return row;
}
export type BookingRow = Awaited<ReturnType<typeof getBookingRow>>;

/**
 * Asks for a facility, or takes it when its owner wants no say. The facility's row is locked first:
 * two who want the same time wait for each other, and the second is refused.
 */
export const requestBooking = defineCommand({
  name: 'booking.request',
  async run(
    context,
    input: {
      facilityId: string;
      startsAt: string;
      endsAt: string;
      purpose: string;
      organisationId: string | null;
    },
  ) {
    const { tx, actor, now, emit } = context;
    const db = tx.withTables<DirectoryTables>();
    const facility = await db
      .selectFrom('facilities')
      .selectAll()
      .where('id', '=', input.facilityId)
      .forUpdate()
      .executeTakeFirst();
    if (!facility) throw notFound('facility');
    if (facility.status !== 'active') throw new AppError('refused', { code: 'booking.retired' });
    if (input.organisationId !== null && !actor.organisationIds.includes(input.organisationId)) {
      throw new AppError('forbidden', { code: 'policy.not_your_organisation' });
    }
    const wanted = { startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) };
    const { holidays } = await workCalendar(tx);
    const reasons = bookingRefusals(facility, wanted, holidays, now);
    if (reasons.length > 0) throw new AppError('refused', reasons);
    const other = await db
      .selectFrom('facilityBookings')
      .select('id')
      .where('facilityId', '=', facility.id)
      .where('status', 'in', ['requested', 'confirmed'])
      .where('startsAt', '<', wanted.endsAt)
      .where('endsAt', '>', wanted.startsAt)
      .executeTakeFirst();
    if (other) throw new AppError('conflict', { code: 'booking.taken' });
    const own = actor.organisationIds.includes(facility.organisationId);
    const status = facility.needsApproval && !own ? 'requested' : 'confirmed';
    const id = newId(now.getTime());
    await db
      .insertInto('facilityBookings')
      .values({
        id,
        facilityId: facility.id,
        userId: actor.userId!,
        bookerOrganisationId: input.organisationId,
        ...wanted,
        purpose: input.purpose,
        status,
        stepStartedAt: now,
        dueAt: await dueFrom(tx, now, bookingWorkflow.states[status].due),
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    emit({
      type: status === 'requested' ? 'booking.requested' : 'booking.confirmed',
      subject: { type: 'booking', id },
      data: { facilityId: facility.id, to: status, actorId: actor.userId },
    });
    return { id };
  },
});

const load = ({ tx }: CommandContext, input: { id: string }) => getBookingRow(tx, input.id);

async function moveBooking(
  context: CommandContext,
  booking: BookingRow,
  step: {
    action: keyof typeof bookingWorkflow.transitions;
    version: number;
    answer?: string | undefined;
  },
): Promise<{ id: string }> {
  const { tx, now, emit, actor } = context;
  const reasons = bookingWorkflow.refusals(step.action, booking, now);
  if (reasons.length > 0) throw new AppError('refused', reasons);
  const { to, emits } = bookingWorkflow.transitions[step.action];
  const moved = await tx
    .withTables<DirectoryTables>()
    .updateTable('facilityBookings')
    .set({
      status: to,
      answer: step.answer || null,
      stepStartedAt: now,
      dueAt: null,
      version: booking.version + 1,
      updatedAt: now,
    })
    .where('id', '=', booking.id)
    .where('status', '=', booking.status)
    .where('version', '=', step.version)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
  emit({
    type: emits,
    subject: { type: 'booking', id: booking.id },
    data: { facilityId: booking.facilityId, from: booking.status, to, actorId: actor.userId },
  });
  return { id: booking.id };
}

type Answer = { id: string; version: number; words: string };

export const approveBooking = defineCommand({
  name: 'booking.approve',
  load,
  run: (context, input: Omit<Answer, 'words'> & { words?: string | undefined }, booking) =>
    moveBooking(context, booking, {
      action: 'approve',
      version: input.version,
      answer: input.words,
    }),
});

export const refuseBooking = defineCommand({
  name: 'booking.refuse',
  load,
  run: (context, input: Answer, booking) =>
    moveBooking(context, booking, {
      action: 'refuse',
      version: input.version,
      answer: input.words,
    }),
});

export const cancelBooking = defineCommand({
  name: 'booking.cancel',
  load,
  run: (context, input: Answer, booking) =>
    moveBooking(context, booking, {
      action: 'cancel',
      version: input.version,
      answer: input.words,
    }),
});
