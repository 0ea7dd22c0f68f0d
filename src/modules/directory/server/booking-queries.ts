import { beijingDate, beijingInstant, shiftDate } from '../../../kernel/calendar.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import { explainActions } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dueState, workCalendar } from '../../../platform/settings/settings.ts';
import { accountNames } from '../../identity/index.ts';
import { bookingWorkflow } from '../domain/booking.workflow.ts';
import { slotStates } from '../domain/facility-times.ts';
import type { BookingRow } from './booking-commands.ts';
import { getBookingRow } from './booking-commands.ts';
import { organisationNames } from './directory-queries.ts';
import { getFacilityRow } from './facility-queries.ts';
import type { DirectoryTables } from './tables.ts';

/** A week of a facility, slot by slot. Who has taken one is nobody's business here. */
export async function getSlots(
  { db, clock }: Platform,
  wanted: { id: string; from?: string | undefined; days: number },
) {
  const facility = await getFacilityRow(db, wanted.id);
  const now = clock.now();
  const from = wanted.from ?? beijingDate(now);
  const dates = Array.from({ length: wanted.days }, (_, day) => shiftDate(from, day));
  const taken = await db
    .withTables<DirectoryTables>()
    .selectFrom('facilityBookings')
    .select(['startsAt', 'endsAt'])
    .where('facilityId', '=', facility.id)
    .where('status', 'in', ['requested', 'confirmed'])
    .where('endsAt', '>', beijingInstant(from, '00:00'))
    .where('startsAt', '<', beijingInstant(shiftDate(from, wanted.days), '00:00'))
    .execute();
  const { holidays } = await workCalendar(db);
  return {
    from,
    days: dates.map((date) => ({
      date,
      holiday: holidays.has(date),
      slots: slotStates(facility, date, holidays, taken, now).map((slot) => ({
        startsAt: slot.startsAt.toISOString(),
        endsAt: slot.endsAt.toISOString(),
        state: facility.status === 'active' || slot.state === 'taken' ? slot.state : 'closed',
      })),
    })),
  };
}

const bookings = ({ db }: Platform) =>
  db
    .withTables<DirectoryTables>()
    .selectFrom('facilityBookings')
    .innerJoin('facilities', 'facilities.id', 'facilityBookings.facilityId')
    .selectAll('facilityBookings')
    .select([
      'facilities.name as facilityName',
      'facilities.regionCode',
      'facilities.organisationId',
    ]);

async function details(platform: Platform, context: ApiContext, rows: readonly BookingRow[]) {
  const { db, clock, guard } = platform;
  const now = clock.now();
  const calendar = await workCalendar(db);
  const names = await accountNames(
    db,
    rows.map((row) => row.userId),
  );
  const organisations = await organisationNames(
    db,
    rows.flatMap((row) => row.bookerOrganisationId ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    facilityId: row.facilityId,
    facilityName: row.facilityName,
    bookerName: names.get(row.userId) ?? '',
    bookerOrganisation:
      row.bookerOrganisationId === null
        ? null
        : (organisations.get(row.bookerOrganisationId) ?? ''),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    purpose: row.purpose,
    status: row.status,
    answer: row.answer,
    version: row.version,
    mine: row.userId === context.request.actor.userId,
    due: dueState(row.stepStartedAt, row.dueAt, now, calendar),
    actions: explainActions(
      context.translate,
      bookingWorkflow.availableActions(row, guard.permit(context.request.actor, row), now),
    ),
  }));
}

/** Those of a facility that wait or are still to come, for its owner. */
export async function listBookings(platform: Platform, context: ApiContext, facilityId: string) {
  const facility = await getFacilityRow(platform.db, facilityId);
  platform.guard.require(context.request.actor, 'facility.list-bookings', facility);
  const rows = await bookings(platform)
    .where('facilityId', '=', facilityId)
    .where((where) =>
      where.or([
        // Also when its time is over: it was asked for, and an answer is owed.
        where('facilityBookings.status', '=', 'requested'),
        where.and([
          where('facilityBookings.status', '=', 'confirmed'),
          where('endsAt', '>', platform.clock.now()),
        ]),
      ]),
    )
    .orderBy('startsAt')
    .limit(200)
    .execute();
  return details(platform, context, rows);
}

/** My own, the next first; those that are over after them. */
export async function listMyBookings(platform: Platform, context: ApiContext) {
  const { actor } = context.request;
  platform.guard.require(actor, 'booking.mine');
  const mine = bookings(platform).where('facilityBookings.userId', '=', actor.userId);
  const now = platform.clock.now();
  const coming = await mine.where('endsAt', '>', now).orderBy('startsAt').limit(100).execute();
  const past = await mine
    .where('endsAt', '<=', now)
    .orderBy('startsAt', 'desc')
    .limit(50)
    .execute();
  return details(platform, context, [...coming, ...past]);
}

export async function getBooking(platform: Platform, context: ApiContext, id: string) {
  const [booking] = await details(platform, context, [await getBookingRow(platform.db, id)]);
  return booking!;
}
