import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, type Stretch } from './compare-texts.ts';

const changed = (stretches: readonly Stretch[]) =>
  stretches.filter((stretch) => stretch.changed).map(({ text }) => text);
const whole = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join('');

describe('two versions of a text', () => {
  it('differ in the words that were changed, and in no others', () => {
    const { older, newer } = compareTexts(
      '连续切削 8 小时，漂移由 38μm 降至 7μm。',
      '连续切削 8 小时，漂移由 38μm 降至 5μm，无需恒温。',
    );
    expect(changed(older).join('')).toBe('7μm');
    expect(changed(newer).join('')).toBe('5μm，无需恒温');
  });

  it('that are the same have no mark', () => {
    const { older, newer } = compareTexts('一样的话。', '一样的话。');
    expect([changed(older), changed(newer)]).toEqual([[], []]);
  });

  it('are wholly new beside nothing', () => {
    expect(compareTexts('', '新的').newer).toEqual([{ text: '新的', changed: true }]);
  });

  it('are never altered by being compared, and agree in what is not marked', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('温度高了，a b1。\n')),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { older, newer } = compareTexts(a, b);
        expect(whole(older)).toBe(a);
        expect(whole(newer)).toBe(b);
        const same = (all: readonly Stretch[]) => whole(all.filter((each) => !each.changed));
        expect(same(older)).toBe(same(newer));
      }),
    );
  });
});
