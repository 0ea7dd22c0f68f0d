import { describe, expect, it } from 'vitest';

import {
  industryCloseness,
  maturityCondition,
  readBudgetWan,
  regionCondition,
} from './conditions.ts';
import type { Offer } from './match.ts';

const offer = (more: Partial<Offer>): Offer => ({
  id: 'a',
  kind: 'achievement',
  title: '',
  fields: {},
  ...more,
});

describe('readBudgetWan', () => {
  it.each<[string, number | undefined]>([
    ['不想换压铸机，预算100万左右，半年见效', 100],
    ['总投入80万以内', 80],
    ['预算在1.2亿元', 12_000],
    ['每月损失4万多', undefined],
    ['产值3000万元', undefined],
  ])('%s', (text, wan) => {
    expect(readBudgetWan(text)).toBe(wan);
  });
});

describe('regionCondition', () => {
  it.each([
    ['500118', '500118', 'yes', 'region.same-district'],
    ['500118', '500109', 'yes', 'region.same-city'],
    ['500118', '500230', 'yes', 'region.same-city'],
    ['510504', '510502', 'yes', 'region.same-city'],
    ['510504', '510104', 'near', 'region.same-province'],
    ['500118', '330106', 'part', 'region.elsewhere'],
  ])('%s asks, %s offers: %s', (wanted, offered, verdict, code) => {
    expect(
      regionCondition({ text: '', regionCode: wanted }, offer({ regionCode: offered }))?.reason,
    ).toMatchObject({
      verdict,
      note: { code },
    });
  });

  it('is silent when one side did not say', () => {
    expect(regionCondition({ text: '' }, offer({ regionCode: '500118' }))).toBeUndefined();
  });
});

describe('maturityCondition', () => {
  it('asks for more the sooner it must work', () => {
    const verdict = (trl: number, months: number | null) =>
      maturityCondition({ text: '', months }, offer({ trl }))?.reason.verdict;
    expect([verdict(8, 5), verdict(6, 5), verdict(4, 5)]).toEqual(['yes', 'part', 'no']);
    expect([verdict(6, 12), verdict(5, 24), verdict(3, null)]).toEqual(['yes', 'yes', 'part']);
  });
});

describe('industryCloseness', () => {
  it('grows with the digits shared', () => {
    const closeness = ['C3421', 'C3429', 'C3411', 'C2740', 'A0152', null].map((code) =>
      industryCloseness('C3421', code),
    );
    expect(closeness).toEqual([1, 0.8, 0.6, 0.2, 0, 0]);
  });
});
