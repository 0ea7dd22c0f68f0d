import { describe, expect, it } from 'vitest';
import { beijingInstant, PLAIN_WEEKS } from '../../../kernel/calendar.ts';
import {
  dockingActions,
  messageRefusals,
  paymentRefusals,
  remindRefusals,
  stepRefusals,
  takeRefusals,
} from './docking-actions.ts';
import { dockingStatuses, dockingWorkflow, type DockingStatus } from './docking.workflow.ts';

const codes = (reasons: { code: string }[]) => reasons.map((reason) => reason.code);
const now = beijingInstant('2026-11-23', '10:00');
const yes = () => ({ allowed: true }) as const;

describe('why a step is not possible', () => {
  const at = (status: DockingStatus) => ({ status, brokerId: 'u1' });

  it('says what must come before it', () => {
    expect(codes(stepRefusals('recordContract', at('contacted'), now))).toEqual([
      'docking.not_yet.recordContract',
    ]);
    expect(codes(stepRefusals('complete', at('contracted'), now))).toEqual([
      'docking.not_yet.complete',
    ]);
  });

  it('says that it is behind, and that an accepted case cannot be declined any more', () => {
    expect(codes(stepRefusals('accept', at('met'), now))).toEqual(['docking.step_done']);
    expect(codes(stepRefusals('decline', at('met'), now))).toEqual(['docking.accepted_already']);
  });

  it('says that the case is over', () => {
    expect(codes(stepRefusals('accept', at('failed'), now))).toEqual(['workflow.ended']);
    expect(codes(takeRefusals({ status: 'declined', brokerId: null }))).toEqual(['workflow.ended']);
  });

  it('gives every action in every state a yes or a reason', () => {
    for (const status of dockingStatuses) {
      const endedAt = dockingWorkflow.isFinal(status) ? now : null;
      const offers = dockingActions(
        {
          status,
          brokerId: null,
          endedAt,
          lastRemindedAt: null,
          isMyTurn: false,
          wasAccepted: true,
          side: 'asker',
          hasRated: false,
          hasClock: true,
          isPaused: false,
        },
        yes,
        now,
        PLAIN_WEEKS,
      );
      expect(offers).toHaveLength(dockingWorkflow.actions.length + 13);
      for (const offer of offers) expect(offer.allowed || offer.reasons.length > 0).toBe(true);
    }
  });
});

describe('a reminder', () => {
  const remind = (last: Date | null, at: Date, isMyTurn = false) =>
    codes(remindRefusals({ status: 'proposed', lastRemindedAt: last, isMyTurn }, at, PLAIN_WEEKS));

  it('can be sent once a working day, so a weekend counts as one with the Friday before', () => {
    const friday = beijingInstant('2026-11-20', '17:00');
    expect(remind(null, friday)).toEqual([]);
    expect(remind(friday, beijingInstant('2026-11-20', '17:30'))).toEqual([
      'docking.reminded_today',
    ]);
    expect(remind(friday, beijingInstant('2026-11-22', '09:00'))).toEqual([
      'docking.reminded_today',
    ]);
    expect(remind(friday, beijingInstant('2026-11-23', '00:30'))).toEqual([]);
  });

  it('is not for oneself', () => {
    expect(remind(null, now, true)).toEqual(['docking.your_turn']);
  });
});

it('takes payments from the contract on, after completion too, but not for what failed', () => {
  const open = dockingStatuses.filter((status) => paymentRefusals({ status }).length === 0);
  expect(open).toEqual(['contracted', 'delivering', 'delivered', 'completed']);
});

it('lets the sides write to each other until thirty days after the end', () => {
  const endedAt = beijingInstant('2026-11-01', '16:00');
  expect(messageRefusals({ endedAt: null }, now)).toEqual([]);
  expect(messageRefusals({ endedAt }, beijingInstant('2026-11-30', '23:59'))).toEqual([]);
  expect(codes(messageRefusals({ endedAt }, beijingInstant('2026-12-01', '00:00')))).toEqual([
    'docking.ended_long_ago',
  ]);
});
