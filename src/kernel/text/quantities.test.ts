import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Quantity, readQuantities } from './quantities.ts';
import { compareQuantities } from './quantity-fit.ts';

function one(text: string): Quantity {
  const found = readQuantities(text);
  expect(found.map((quantity) => quantity.text)).toHaveLength(1);
  return found[0]!;
}

describe('readQuantities', () => {
  it.each<[string, string, number | null, number | null, string]>([
    // text, dimension, min, max, comparison (base units)
    ['全天稳定在1丝以内', 'length', null, 1e-5, 'le'],
    ['尺寸差三四丝', 'length', 3e-5, 4e-5, 'range'],
    ['漏率压到2％以内', 'ratio', null, 0.02, 'le'],
    ['空洞率不超过5%', 'ratio', null, 0.05, 'le'],
    ['准确率达到≥99.5%', 'ratio', 0.995, null, 'ge'],
    ['至少2秒', 'time', 2, null, 'ge'],
    ['盐雾一千小时', 'time', 3.6e6, 3.6e6, 'eq'],
    ['半年', 'time', 15_768_000, 15_768_000, 'eq'],
    ['两个月', 'time', 5_184_000, 5_184_000, 'eq'],
    ['一年半', 'time', 47_304_000, 47_304_000, 'eq'],
    ['六七个月', 'time', 15_552_000, 18_144_000, 'range'],
    ['十二个月内', 'time', null, 31_104_000, 'le'],
    ['三十天', 'time', 2_592_000, 2_592_000, 'eq'],
    ['偏差±15%', 'ratio', -0.15, 0.15, 'within'],
    ['60~80℃', 'temperature', 60, 80, 'range'],
    ['零下10度', 'temperature', -10, -10, 'eq'],
    ['在-0.098MPa下', 'pressure', -98_000, -98_000, 'eq'],
    ['15%～20%', 'ratio', 0.15, 0.2, 'range'],
    ['5kg至200kg', 'mass', 5, 200, 'range'],
    ['利用率只有七成八', 'ratio', 0.78, 0.78, 'eq'],
    ['百分之五', 'ratio', 0.05, 0.05, 'eq'],
    ['控制在60元/台以内', 'money/count:台', null, 60, 'le'],
    ['低于50mg/L', 'mass/volume', null, 0.05, 'le'],
    ['氨基酸态氮达0.9g/100g', 'mass/mass', 0.009, 0.009, 'eq'],
    ['预算100万左右', 'money', 1e6, 1e6, 'eq'],
    ['预算50万元以内', 'money', null, 5e5, 'le'],
    ['产值1.2亿元', 'money', 1.2e8, 1.2e8, 'eq'],
    ['30多微米', 'length', 3e-5, 3e-5, 'eq'],
    ['日处理3,000吨', 'mass', 3e6, 3e6, 'eq'],
    ['50MW', 'power', 5e7, 5e7, 'eq'],
    ['50mW', 'power', 0.05, 0.05, 'eq'],
  ])('reads %s', (text, dimension, min, max, comparison) => {
    expect(one(text)).toMatchObject({ dimension, min, max, comparison });
  });

  it('tells the two ends of a change from its amount', () => {
    expect(readQuantities('漂移由38μm降至7μm，能耗下降62%').map((q) => q.change)).toEqual([
      'from',
      'to',
      'by',
    ]);
  });

  it.each([
    'C3421',
    '20CrMnTi',
    '2016年',
    '一个办法',
    '第3次',
    '三升级',
    '三成本',
    'H2O',
    '一块块空的',
  ])('finds no quantity in %s', (text) => {
    expect(readQuantities(text)).toEqual([]);
  });

  it('marks what is not meant to the last digit', () => {
    expect(one('约30天').approximate).toBe(true);
    expect(one('30天').approximate).toBe(false);
  });

  it('reports offsets that lie in the text and give the words back, whatever the text', () => {
    const piece = fc.constantFrom(
      '３',
      '5',
      '半',
      '两',
      '个月',
      '年',
      '％',
      '丝',
      '～',
      '不超过',
      '以内',
      '℃',
      '万',
      '元',
      '/',
      '台',
      '㎡',
      '³',
      '.',
      'm',
      '，',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 14 }).map((p) => p.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          let last = 0;
          for (const quantity of readQuantities(text)) {
            expect(quantity.start).toBeGreaterThanOrEqual(last);
            expect(quantity.end).toBeGreaterThan(quantity.start);
            expect(text.slice(quantity.start, quantity.end)).toBe(quantity.text);
            last = quantity.end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });

  it('reads the same value in any unit of length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (n) => {
        expect(one(`${n}μm`).min).toBe(one(`${n / 1000}mm`).min);
      }),
    );
  });
});

describe('compareQuantities', () => {
  const fit = (wanted: string, offered: string) => compareQuantities(one(wanted), one(offered));
  it.each([
    ['1丝以内', '7μm', 'met'],
    ['1丝以内', '12μm', 'missed'],
    ['漏率2%以内', '1.5%~3%', 'partly'],
    ['漏率2%以内', '0.4%以下', 'met'],
    ['至少2秒', '2.4s', 'met'],
    ['99%以上', '98%', 'missed'],
    ['99%以上', '98%以上', 'unknown'],
    ['±15%', '±8%', 'met'],
    ['±15%', '20%', 'missed'],
    ['1丝以内', '3天', 'unknown'],
    ['落尘50%以下', '落尘下降62%', 'unknown'],
  ])('%s against %s: %s', (wanted, offered, expected) => {
    expect(fit(wanted, offered)).toBe(expected);
  });
});
