import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarFile, type CalendarEntry } from './ics.ts';

const entry: CalendarEntry = {
  uid: '0199@rongtong.test',
  sequence: 2,
  stamp: new Date('2026-11-20T02:00:00Z'),
  beginsAt: new Date('2026-11-23T06:00:00Z'),
  endsAt: new Date('2026-11-23T07:30:00Z'),
  title: 'RT-2026-0001 见面',
  place: '凌峰精密，二车间',
  text: '议程: a, b; c\\d\n第二行',
  cancelled: false,
};
const lines = (text: string) => text.split('\r\n');
/** What a calendar reads: folded lines put together again, escapes undone. */
const unfolded = (text: string) => lines(text.replaceAll(/\r\n[ \t]/g, ''));
const valueOf = (text: string, name: string) =>
  unfolded(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replaceAll(/\\(n|.)/gi, (_all, next: string) => (/n/i.test(next) ? '\n' : next));

it('asks with the same name and a higher number after each change, in UTC', () => {
  const file = calendarFile([entry], { method: 'request' });
  expect(unfolded(file)).toEqual(
    expect.arrayContaining([
      'METHOD:REQUEST',
      'UID:0199@rongtong.test',
      'SEQUENCE:2',
      'DTSTAMP:20261120T020000Z',
      'DTSTART:20261123T060000Z',
      'DTEND:20261123T073000Z',
      'STATUS:CONFIRMED',
    ]),
  );
  const off = calendarFile([{ ...entry, cancelled: true }], { method: 'cancel' });
  expect(unfolded(off)).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED']));
});

it('names to each who is asked only the own address', () => {
  const file = calendarFile([entry], {
    method: 'request',
    organizer: { name: '融通', email: 'rongtong@example.com' },
    asked: { name: '陈望川', email: 'chen@example.com' },
  });
  expect(file.match(/ATTENDEE/g)).toHaveLength(1);
  expect(unfolded(file).join('\n')).toContain('chen@example.com');
});

it('keeps any words whole, in lines of at most 75 octets that split no character', () => {
  const words = fc.string({
    unit: fc.constantFrom('议', '程，', '；', ',', ';', ':', '\\', '"', '\n', ' ', '😀', 'aé'),
    maxLength: 300,
  });
  fc.assert(
    fc.property(words, words, (title, text) => {
      const given = { ...entry, title: title.trim() || '见面', text: text.trim() };
      const file = calendarFile([given], { method: 'publish' });
      for (const line of lines(file)) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
      expect(valueOf(file, 'SUMMARY')).toBe(given.title);
      expect(valueOf(file, 'DESCRIPTION') ?? '').toBe(given.text);
    }),
  );
});
