import { describe, expect, it } from 'vitest';
import { formerNamesAfter, nameStem, otherNames } from './organisation-name.ts';

describe('names of organisations', () => {
  it.each([
    ['重庆凌峰精密机械有限公司', '凌峰精密机械'],
    ['重庆市永川区凌峰精密机械有限责任公司', '凌峰精密机械'],
    ['凌峰精密机械（示例）', '凌峰精密机械'],
    ['渝西理工大学', '渝西理工大学'],
    ['重庆市', '重庆市'],
  ])('are compared without place and legal form: %s', (name, stem) => {
    expect(nameStem(name)).toBe(stem);
  });

  it('are kept when they change, each once, and never beside the present one', () => {
    const before = { name: '凌峰机械厂', formerNames: ['永川农机厂'] };
    expect(formerNamesAfter(before, '凌峰精密机械', ['永川农机厂'])).toEqual([
      '永川农机厂',
      '凌峰机械厂',
    ]);
    // Back to an old name: it is former no more.
    expect(formerNamesAfter(before, '永川农机厂', ['永川农机厂'])).toEqual(['凌峰机械厂']);
    expect(otherNames([' 凌峰 ', '凌峰', '', '凌峰精密机械'], '凌峰精密机械')).toEqual(['凌峰']);
  });
});
