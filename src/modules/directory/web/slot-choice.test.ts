import { describe, expect, it } from 'vitest';
import { chooseSlot, type Day } from './slot-choice.ts';

const slot = (hour: number, state: 'free' | 'taken' = 'free') => ({
  startsAt: `2026-11-30T0${hour}:00:00Z`,
  endsAt: `2026-11-30T0${hour + 1}:00:00Z`,
  state,
});
// 5:00 to 6:00 is a break.
const day: Day = {
  date: '2026-11-30',
  holiday: false,
  slots: [slot(1), slot(2), slot(3, 'taken'), slot(4), slot(6), slot(7)],
};
const one = (at: number) => chooseSlot(undefined, day, at, 180)!;
const hours = (choice: ReturnType<typeof chooseSlot>) =>
  choice && [choice.startsAt.slice(11, 13), choice.endsAt.slice(11, 13)];

describe('choosing slots of a day', () => {
  it('joins a later slot when all between is free and adjacent', () => {
    expect(hours(chooseSlot(one(0), day, 1, 180))).toEqual(['01', '03']);
    expect(hours(chooseSlot(one(4), day, 5, 180))).toEqual(['06', '08']);
  });

  it('begins anew over a taken slot, over a break, backwards, and when it would be too long', () => {
    expect(hours(chooseSlot(one(1), day, 3, 180))).toEqual(['04', '05']);
    expect(hours(chooseSlot(one(3), day, 4, 180))).toEqual(['06', '07']);
    expect(hours(chooseSlot(one(1), day, 0, 180))).toEqual(['01', '02']);
    expect(hours(chooseSlot(one(0), day, 1, 60))).toEqual(['02', '03']);
  });

  it('gives the only chosen slot back, and forgets another day', () => {
    expect(chooseSlot(one(0), day, 0, 180)).toBeUndefined();
    expect(hours(chooseSlot({ ...one(0), date: '2026-12-01' }, day, 1, 180))).toEqual(['02', '03']);
  });
});
