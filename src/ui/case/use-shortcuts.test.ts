import { describe, expect, it } from 'vitest';
import { actOf } from './use-shortcuts.ts';

const press = (key: string, more: Partial<Parameters<typeof actOf>[1]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  repeat: false,
  defaultPrevented: false,
  ...more,
});
const free = { on: true, typing: false, dialog: false };
const accept = (): void => undefined;
const shortcuts = { A: accept, B: undefined };

describe('a single letter', () => {
  it('acts whether or not it is a capital', () => {
    expect(actOf(shortcuts, press('a'), free)).toBe(accept);
    expect(actOf(shortcuts, press('A'), free)).toBe(accept);
  });

  it('does nothing once the reader has switched single keys off (WCAG 2.1.4)', () => {
    expect(actOf(shortcuts, press('a'), { ...free, on: false })).toBeUndefined();
  });

  it('rests while somebody types or a dialog is open', () => {
    expect(actOf(shortcuts, press('a'), { ...free, typing: true })).toBeUndefined();
    expect(actOf(shortcuts, press('a'), { ...free, dialog: true })).toBeUndefined();
    expect(actOf(shortcuts, press('a', { isComposing: true }), free)).toBeUndefined();
  });

  it('leaves the combinations of the browser alone', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const) {
      expect(actOf(shortcuts, press('a', { [held]: true }), free)).toBeUndefined();
    }
  });

  it('acts once while it is held down, and only where the page has an act', () => {
    expect(actOf(shortcuts, press('a', { repeat: true }), free)).toBeUndefined();
    expect(actOf(shortcuts, press('b'), free)).toBeUndefined();
    expect(actOf(shortcuts, press('z'), free)).toBeUndefined();
  });
});
