import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenFromWan, formatMoney, formatMoneyRange, parseMoney } from './money.ts';

const anyFen = fc.oneof(
  fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  fc.nat({ max: 100_000 }).map((wan) => wan * 1_000_000),
);

describe('reading an amount', () => {
  it.each([
    ['48', 48_000_000],
    ['48.5万元', 48_500_000],
    ['1.2亿', 12_000_000_000],
    ['¥480,000', 48_000_000],
    ['４８万', 48_000_000],
    ['300元整', 30_000],
    ['0.000001', 1],
    ['0.1', 100_000],
    ['RMB 12,345.67', 1_234_567],
  ])('%s, when a form asks in 万元', (text, fen) => {
    expect(parseMoney(text, 'wan')).toEqual({ ok: true, fen });
  });

  it('counts a bare number in the unit of the form', () => {
    expect(parseMoney('48', 'yuan')).toEqual({ ok: true, fen: 4_800 });
  });

  it.each([
    ['  ', 'empty'],
    ['约 48 万', 'format'],
    ['-3', 'format'],
    ['4,80', 'format'],
    ['1.234元', 'precision'],
    ['9999999999999亿', 'range'],
  ])('refuses “%s”: %s', (text, problem) => {
    expect(parseMoney(text, 'wan')).toEqual({ ok: false, problem });
  });

  it('takes 万元 from data files without floating-point loss', () => {
    expect(fenFromWan(0.07)).toBe(70_000);
    expect(fenFromWan(1.13)).toBe(1_130_000);
    expect(() => fenFromWan(-1)).toThrow(RangeError);
  });
});

describe('writing an amount', () => {
  it.each([
    [48_000_000, '48万元', '¥480,000'],
    [12_000_000_000, '1.2亿元', '¥120,000,000'],
    [12_345_000_000, '12,345万元', '¥123,450,000'],
    [480_050, '4,800.50元', '¥4,800.50'],
    [0, '0元', '¥0'],
  ])('%d fen', (fen, chinese, english) => {
    expect(formatMoney(fen, 'zh-CN')).toBe(chinese);
    expect(formatMoney(fen, 'en')).toBe(english);
  });

  it('names the unit of a range once', () => {
    expect(formatMoneyRange(40_000_000, 60_000_000, 'zh-CN')).toBe('40–60万元');
    expect(formatMoneyRange(40_000_000, 60_000_000, 'en')).toBe('¥400,000–600,000');
    expect(formatMoneyRange(90_000_000, 12_000_000_000, 'zh-CN')).toBe('90万元–1.2亿元');
    expect(formatMoneyRange(45_000_000, 45_000_000, 'zh-CN')).toBe('45万元');
  });

  it('refuses what is not an amount', () => {
    expect(() => formatMoney(0.5, 'zh-CN')).toThrow(RangeError);
  });

  it('loses nothing: read back, it is the same amount', () => {
    fc.assert(
      fc.property(anyFen, fc.constantFrom('zh-CN' as const, 'en' as const), (fen, locale) => {
        expect(parseMoney(formatMoney(fen, locale), 'wan')).toEqual({ ok: true, fen });
      }),
    );
  });
});
