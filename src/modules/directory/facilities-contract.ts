import { z } from 'zod';
import {
  actionOffer,
  day,
  dueState,
  id,
  line,
  moment,
  pageOf,
  paging,
  prose,
  regionCode,
  route,
} from '../../platform/contract/route.ts';
import { facilityCategories } from './domain/facilities.ts';
import { retireReasons } from './domain/entry.workflow.ts';
import { entryComparison, entryHistory } from './contract.ts';

const version = z.number().int();
const sentence = prose(500, 2);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

export const openingHours = z.object({
  /** 1 Monday … 7 Sunday. */
  weekday: z.number().int().min(1).max(7),
  /** Beijing time. */
  from: time,
  until: time,
});

export const facilitySummary = z.object({
  id,
  name: z.string(),
  category: z.enum(facilityCategories),
  model: z.string(),
  abilities: z.string(),
  place: z.string(),
  fee: z.string(),
  organisationId: id,
  organisationName: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  bookable: z.boolean(),
  needsApproval: z.boolean(),
  status: z.enum(['active', 'retired']),
  isExample: z.boolean(),
});

export const facilityDetail = facilitySummary.extend({
  opening: z.array(openingHours),
  slotMinutes: z.number().int(),
  leadDays: z.number().int(),
  longestMinutes: z.number().int(),
  version,
  createdAt: moment,
  updatedAt: moment,
  mine: z.boolean(),
  manages: z.boolean(),
  actions: z.array(actionOffer),
});

export const booking = z.object({
  id,
  facilityId: id,
  facilityName: z.string(),
  bookerName: z.string(),
  bookerOrganisation: z.string().nullable(),
  startsAt: moment,
  endsAt: moment,
  purpose: z.string(),
  status: z.enum(['requested', 'confirmed', 'refused', 'cancelled']),
  answer: z.string().nullable(),
  version,
  mine: z.boolean(),
  due: dueState.nullable(),
  actions: z.array(actionOffer),
});

/** What is said of a facility when one is entered. */
export const facilityWords = z.object({
  name: line(120, 2),
  category: z.enum(facilityCategories).default('other'),
  model: line(120, 0).default(''),
  abilities: prose(2000, 2),
  place: line(200, 0).default(''),
  regionCode,
  fee: line(200, 0).default(''),
  opening: z.array(openingHours).max(28).default([]),
  slotMinutes: z.number().int().min(15).max(1440).default(60),
  leadDays: z.number().int().min(0).max(60).default(1),
  longestMinutes: z.number().int().min(15).max(1440).default(480),
  needsApproval: z.boolean().default(true),
});
const words = facilityWords.shape;

export const facilitiesContract = {
  listFacilities: route('GET', '/facilities', 'facility.read', 'Instruments and facilities')
    .input(
      z.object({
        ...paging,
        q: z.string().max(100).optional(),
        region: regionCode.optional(),
        category: z.enum(facilityCategories).optional(),
        organisationId: id.optional(),
        bookable: z.stringbool().optional(),
      }),
    )
    .output(pageOf(facilitySummary)),
  getFacility: route('GET', '/facilities/{id}', 'facility.read', 'One facility')
    .input(z.object({ id }))
    .output(facilityDetail),
  getSlots: route('GET', '/facilities/{id}/slots', 'facility.read', 'When a facility is free')
    .input(
      z.object({
        id,
        from: day.optional(),
        days: z.coerce.number().int().min(1).max(31).default(7),
      }),
    )
    .output(
      z.object({
        from: day,
        days: z.array(
          z.object({
            date: day,
            holiday: z.boolean(),
            slots: z.array(
              z.object({
                startsAt: moment,
                endsAt: moment,
                /** `closed`: too early or too late to book. */
                state: z.enum(['free', 'taken', 'closed']),
              }),
            ),
          }),
        ),
      }),
    ),
  enterFacility: route(
    'POST',
    '/facilities',
    'facility.enter',
    'Enter a facility for others to use',
  )
    .input(z.object({ organisationId: id, ...words }))
    .output(facilityDetail),
  reviseFacility: route(
    'POST',
    '/facilities/{id}/revise',
    'facility.revise',
    'Change a facility or its booking rules',
  )
    .input(z.object({ id, version, ...words }))
    .output(facilityDetail),
  retireFacility: route(
    'POST',
    '/facilities/{id}/retire',
    'facility.retire',
    'Take a facility out of the directory, with a reason',
  )
    .input(z.object({ id, version, reasonCode: z.enum(retireReasons), words: sentence }))
    .output(facilityDetail),
  restoreFacility: route(
    'POST',
    '/facilities/{id}/restore',
    'facility.restore',
    'Put a facility back into the directory',
  )
    .input(z.object({ id, version, words: sentence }))
    .output(facilityDetail),
  getFacilityHistory: route(
    'GET',
    '/facilities/{id}/history',
    'facility.history',
    'What happened to a facility’s entry',
  )
    .input(z.object({ id }))
    .output(entryHistory),
  compareFacility: route(
    'GET',
    '/facilities/{id}/compare',
    'facility.history',
    'Two versions of a facility’s entry',
  )
    .input(
      z.object({
        id,
        from: z.coerce.number().int().min(1),
        to: z.coerce.number().int().min(1),
      }),
    )
    .output(entryComparison),
  listBookings: route(
    'GET',
    '/facilities/{id}/bookings',
    'facility.list-bookings',
    'Bookings of a facility that wait or are to come',
  )
    .input(z.object({ id }))
    .output(z.array(booking)),
  listMyBookings: route('GET', '/bookings', 'booking.mine', 'My bookings').output(z.array(booking)),
  requestBooking: route('POST', '/bookings', 'booking.request', 'Book a facility for a time')
    .input(
      z.object({
        facilityId: id,
        startsAt: moment,
        endsAt: moment,
        purpose: prose(500, 2),
        /** For whom, when it is for an organisation of mine. */
        organisationId: id.nullable().default(null),
      }),
    )
    .output(booking),
  approveBooking: route('POST', '/bookings/{id}/approve', 'booking.approve', 'Confirm a booking')
    .input(z.object({ id, version, words: prose(500).optional() }))
    .output(booking),
  refuseBooking: route('POST', '/bookings/{id}/refuse', 'booking.refuse', 'Refuse a booking')
    .input(z.object({ id, version, words: sentence }))
    .output(booking),
  cancelBooking: route('POST', '/bookings/{id}/cancel', 'booking.cancel', 'Give a booking up')
    .input(z.object({ id, version, words: sentence }))
    .output(booking),
};
