import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryMarks, cutAtMarks, type TextMark } from './marks.ts';

const marked = (text: string, marks: TextMark[]): string[] =>
  cutAtMarks(text, marks).flatMap((piece) => (piece.mark ? [piece.text] : []));

const near = (text: string, words: string): TextMark => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, style: 'near' };
};

const anyMark = fc.record({
  start: fc.integer({ min: -3, max: 30 }),
  end: fc.integer({ min: -3, max: 30 }),
  style: fc.constantFrom('met' as const, 'near' as const, 'read' as const),
});

describe('a marked text', () => {
  it('loses no character, whatever the marks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.array(anyMark),
        (text, marks) => {
          expect(
            cutAtMarks(text, marks)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  it('shows the earlier of two overlapping marks', () => {
    expect(
      marked('冷机和热机差三丝', [
        { start: 3, end: 6, style: 'met' },
        { start: 0, end: 5, style: 'near' },
      ]),
    ).toEqual(['冷机和热机']);
  });
});

describe('marks while somebody goes on typing', () => {
  const from = '孔深就慢慢跑，车间没有恒温';
  const marks = [near(from, '慢慢跑'), near(from, '没有恒温')];

  it('stay on their words before and after the change', () => {
    const to = '孔深就慢慢跑，一小时对一次刀，车间没有恒温';
    expect(marked(to, carryMarks(from, to, marks))).toEqual(['慢慢跑', '没有恒温']);
  });

  it('go when their words are changed', () => {
    const to = '孔深就快快跑，车间没有恒温';
    expect(marked(to, carryMarks(from, to, marks))).toEqual(['没有恒温']);
  });

  it('never lie on other words than those they were computed for', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(11), fc.nat(5), (a, b, start, length) => {
        const mark: TextMark = { start, end: Math.min(a.length, start + length), style: 'met' };
        if (mark.end <= mark.start) return;
        for (const carried of carryMarks(a, b, [mark])) {
          expect(b.slice(carried.start, carried.end)).toBe(a.slice(mark.start, mark.end));
        }
      }),
    );
  });
});
