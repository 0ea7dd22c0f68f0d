import { defineWorkflow } from '../../../kernel/workflow.ts';

export type BookingStatus = 'requested' | 'confirmed' | 'refused' | 'cancelled';

const beforeItsEnd = (booking: { status: BookingStatus; endsAt: Date }, now: Date) =>
  booking.endsAt <= now ? [{ code: 'booking.past' }] : [];

/** A facility for a time: asked for, answered by its owner, given back when it is not needed. */
export const bookingWorkflow = defineWorkflow({
  id: 'booking',
  initial: 'requested' as BookingStatus,
  final: ['refused', 'cancelled'],
  states: {
    requested: { turn: 'owner', due: { setting: 'due.booking.decide', workingDays: 2 } },
    confirmed: { turn: 'booker' },
    refused: {},
    cancelled: {},
  },
  transitions: {
    approve: {
      from: ['requested'],
      to: 'confirmed',
      permission: 'booking.approve',
      guard: beforeItsEnd,
      emits: 'booking.confirmed',
    },
    refuse: {
      from: ['requested'],
      to: 'refused',
      permission: 'booking.refuse',
      emits: 'booking.refused',
    },
    cancel: {
      from: ['requested', 'confirmed'],
      to: 'cancelled',
      permission: 'booking.cancel',
      guard: beforeItsEnd,
      emits: 'booking.cancelled',
    },
  },
});
