import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestTitle } from './need-draft.ts';

describe('the title suggested for a problem', () => {
  it('is its first sentence', () => {
    expect(suggestTitle('底料放半年就有股哈喇味。想标十五个月保质期。')).toBe(
      '底料放半年就有股哈喇味',
    );
  });

  it('ends at a pause when the sentence is long', () => {
    expect(
      suggestTitle(
        '加工中心开机一上午，孔深和面高就慢慢跑，冷机和热机差三十多微米，工人只能每隔一小时对一次刀',
      ),
    ).toBe('加工中心开机一上午，孔深和面高就慢慢跑');
  });

  it('is never longer than thirty characters and never anybody else’s words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const title = suggestTitle(text);
        expect(Array.from(title).length).toBeLessThanOrEqual(30);
        expect(text).toContain(title);
      }),
    );
  });
});
