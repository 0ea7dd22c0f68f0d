import { describe, expect, it } from 'vitest';
import { placeName } from './place-name.ts';

describe('a place as people say it', () => {
  it.each([
    ['重庆市 / 永川区', '重庆永川'],
    ['重庆市', '重庆'],
    ['重庆市 / 忠县', '重庆忠县'],
    ['重庆市 / 石柱土家族自治县', '重庆石柱土家族自治县'],
    ['浙江省 / 台州市', '浙江台州'],
    ['广西壮族自治区 / 南宁市', '广西南宁'],
    ['重庆市 / 两江新区', '重庆两江新区'],
    ['Yongchuan, Chongqing', 'Yongchuan, Chongqing'],
  ])('%s is %s', (path, said) => {
    expect(placeName(path)).toBe(said);
  });
});
