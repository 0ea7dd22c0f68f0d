import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRegionName } from './region-names.ts';
import {
  closeness,
  findRegion,
  getRegion,
  regionLabel,
  regionPath,
  regions,
  sameCity,
  searchRegions,
} from './regions.ts';

const anyCode = fc.constantFrom(...regions.map((region) => region.code));
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);

describe('the table of regions', () => {
  it('has every province, the 38 districts and counties of Chongqing, and no gaps', () => {
    expect(regions.filter(({ code }) => code.endsWith('0000'))).toHaveLength(34);
    expect(regions.filter(({ parent }) => parent === '500000')).toHaveLength(38);
    for (const { parent } of regions)
      expect(parent === undefined || findRegion(parent)).toBeTruthy();
    expect(new Set(codes(regions)).size).toBe(regions.length);
  });

  it('leads from a district up to its province, in both languages', () => {
    expect(regionLabel('500118', 'zh-CN')).toBe('重庆市 / 永川区');
    expect(regionLabel('500118', 'en')).toBe('Yongchuan, Chongqing');
    expect(regionLabel('320583', 'zh-CN')).toBe('江苏省 / 苏州市 / 昆山市');
    expect(codes(regionPath('429004'))).toEqual(['420000', '429004']);
  });

  it('refuses codes that the standard does not have', () => {
    expect(findRegion('500999')).toBeUndefined();
    expect(() => getRegion('500999')).toThrow(RangeError);
  });
});

describe('how near two places are', () => {
  it.each([
    ['500118', '500118', 'same'],
    ['500118', '500109', 'city'],
    ['500118', '500000', 'city'],
    ['510104', '510107', 'city'],
    ['510100', '510104', 'city'],
    ['510100', '510500', 'province'],
    ['510000', '510100', 'province'],
    ['429004', '429005', 'province'],
    ['500118', '510500', 'elsewhere'],
    ['500118', '999999', 'elsewhere'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(closeness(a, b)).toBe(expected);
  });

  it('is the same seen from either side', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        expect(closeness(a, b)).toBe(closeness(b, a));
        expect(sameCity(a, b)).toBe(sameCity(b, a));
      }),
    );
  });
});

describe('reading a place from free text', () => {
  it.each([
    ['重庆永川', '500118'],
    ['重庆市永川区', '500118'],
    ['永川', '500118'],
    ['重庆 / 石柱', '500240'],
    ['重庆忠县', '500233'],
    ['浙江杭州', '330100'],
    ['四川省成都市武侯区', '510107'],
    ['江苏昆山', '320583'],
    ['浙江嘉善', '330421'],
    ['吉林', '220000'],
    ['吉林吉林', '220200'],
    ['上海浦东', '310115'],
    ['天津东丽', '120110'],
    ['四川阿坝', '513200'],
    ['广西南宁', '450100'],
    ['新疆伊犁', '654000'],
    ['重庆西永', '500106'],
    ['重庆两江新区', '500000'],
    ['重庆', '500000'],
  ])('%s', (text, code) => {
    expect(parseRegionName(text)).toBe(code);
  });

  it('does not guess', () => {
    expect(parseRegionName('')).toBeUndefined();
    expect(parseRegionName('月球')).toBeUndefined();
    expect(parseRegionName('鼓楼区')).toBeUndefined();
  });

  it('reads back the full name of every place', () => {
    for (const { code } of regions) {
      const fullName = regionPath(code)
        .map((region) => region.name)
        .join('');
      expect(parseRegionName(fullName)).toBe(code);
    }
  });
});

describe('finding a region in a picker', () => {
  it.each(['永川', '500118', 'yongchuan', 'Yong chuan', 'yongch'])(
    '“%s” offers 永川区',
    (query) => {
      expect(codes(searchRegions(query, 5))).toContain('500118');
    },
  );

  it('offers the wider place first and no more than asked for', () => {
    expect(codes(searchRegions('重庆', 3))[0]).toBe('500000');
    expect(searchRegions('县', 3)).toHaveLength(3);
    expect(searchRegions('  ', 3)).toEqual([]);
  });
});
