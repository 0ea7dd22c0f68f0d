import { implement } from '@orpc/server';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { facilitiesContract } from '../facilities-contract.ts';
import {
  approveBooking,
  cancelBooking,
  refuseBooking,
  requestBooking,
} from './booking-commands.ts';
import { getBooking, getSlots, listBookings, listMyBookings } from './booking-queries.ts';
import {
  enterFacility,
  restoreFacility,
  retireFacility,
  reviseFacility,
} from './facility-commands.ts';
import { getFacility, listFacilities } from './facility-queries.ts';
import { compareVersions, getHistory } from './history.ts';

export function createFacilitiesRouter(platform: Platform) {
  const { db, guard, runCommand } = platform;
  const os = implement(facilitiesContract).$context<ApiContext>();
  return {
    listFacilities: os.listFacilities.handler(({ context, input }) => {
      guard.require(context.request.actor, 'facility.read');
      return listFacilities(db, input, context.language);
    }),
    getFacility: os.getFacility.handler(({ context, input }) => {
      guard.require(context.request.actor, 'facility.read');
      return getFacility(platform, context, input.id);
    }),
    getSlots: os.getSlots.handler(({ context, input }) => {
      guard.require(context.request.actor, 'facility.read');
      return getSlots(platform, input);
    }),
    enterFacility: os.enterFacility.handler(async ({ context, input }) => {
      const { id } = await runCommand(context.request, enterFacility, input);
      return getFacility(platform, context, id);
    }),
    reviseFacility: os.reviseFacility.handler(async ({ context, input }) => {
      await runCommand(context.request, reviseFacility, input);
      return getFacility(platform, context, input.id);
    }),
    retireFacility: os.retireFacility.handler(async ({ context, input }) => {
      await runCommand(context.request, retireFacility, input);
      return getFacility(platform, context, input.id);
    }),
    restoreFacility: os.restoreFacility.handler(async ({ context, input }) => {
      await runCommand(context.request, restoreFacility, input);
      return getFacility(platform, context, input.id);
    }),
    getFacilityHistory: os.getFacilityHistory.handler(({ context, input }) =>
      getHistory(platform, context, { subject: 'facility', id: input.id }),
    ),
    compareFacility: os.compareFacility.handler(({ context, input }) =>
      compareVersions(platform, context, { subject: 'facility', ...input }),
    ),
    listBookings: os.listBookings.handler(({ context, input }) =>
      listBookings(platform, context, input.id),
    ),
    listMyBookings: os.listMyBookings.handler(({ context }) => listMyBookings(platform, context)),
    requestBooking: os.requestBooking.handler(async ({ context, input }) => {
      const { id } = await runCommand(context.request, requestBooking, input);
      return getBooking(platform, context, id);
    }),
    approveBooking: os.approveBooking.handler(async ({ context, input }) => {
      await runCommand(context.request, approveBooking, input);
      return getBooking(platform, context, input.id);
    }),
    refuseBooking: os.refuseBooking.handler(async ({ context, input }) => {
      await runCommand(context.request, refuseBooking, input);
      return getBooking(platform, context, input.id);
    }),
    cancelBooking: os.cancelBooking.handler(async ({ context, input }) => {
      await runCommand(context.request, cancelBooking, input);
      return getBooking(platform, context, input.id);
    }),
  };
}
