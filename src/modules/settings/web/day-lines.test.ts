import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shiftDate } from '../../../kernel/calendar.ts';
import { readDays, writeDays } from './day-lines.ts';

it('reads days and spans, one a line, and says which lines it cannot read', () => {
  expect(readDays('2027-10-01 到 2027-10-03\n2027-01-01\n国庆')).toEqual({
    days: ['2027-10-01', '2027-10-02', '2027-10-03', '2027-01-01'],
    wrong: ['国庆'],
  });
  expect(readDays('2027-10-07 到 2027-10-01').wrong).toHaveLength(1);
  expect(readDays('2027-02-30').wrong).toHaveLength(1);
});

it('writes what it can read again', () => {
  const anyDays = fc.uniqueArray(
    fc.integer({ min: 0, max: 400 }).map((day) => shiftDate('2027-01-01', day)),
    { maxLength: 50 },
  );
  fc.assert(
    fc.property(anyDays, fc.constantFrom('到', 'to'), (days, to) => {
      const { days: again, wrong } = readDays(writeDays(days, to));
      expect(wrong.filter((line) => line.length < 24)).toEqual([]);
      if (wrong.length === 0) expect(again).toEqual(days.toSorted());
    }),
  );
});
