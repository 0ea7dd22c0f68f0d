import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');

const blockOf = (mode: 'light' | 'dark'): Map<string, string> => {
  const block = css.slice(css.indexOf(`[data-theme='${mode}']`)).split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*(#\w+);/g)].map((m) => [m[1]!, m[2]!]));
};

/** WCAG 2.2 relative luminance contrast, 1..21. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('colours in %s mode', (mode) => {
  const tokens = blockOf(mode);
  const colour = (name: string): string => {
    const value = tokens.get(name);
    if (!value) throw new Error(`tokens.css has no --${name} in ${mode} mode`);
    return value;
  };

  it.each([
    ['ink', 'paper'],
    ['ink-2', 'paper'],
    ['ink-3', 'paper'],
    ['ink-3', 'surface'],
    ['ink-3', 'sunken'],
    ['zhu', 'paper'],
    ['zhu', 'surface'],
    ['zhu', 'zhu-tint'],
    ['on-zhu', 'zhu'],
    ['on-zhu', 'zhu-deep'],
    ['ink', 'mark'],
    ['ink-2', 'mark'],
    ['soon', 'soon-tint'],
    ['soon', 'paper'],
    ['over', 'over-tint'],
    ['over', 'paper'],
  ])('%s on %s can be read (4.5 to 1)', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('control edges can be seen on paper and surface (3 to 1)', () => {
    expect(contrast(colour('line-2'), colour('surface'))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour('line-2'), colour('paper'))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour('mark-line'), colour('surface'))).toBeGreaterThanOrEqual(3);
  });
});
