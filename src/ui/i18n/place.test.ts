import { describe, expect, it } from 'vitest';
import { placeItself } from './place.ts';

describe('the name of the place beside the brand', () => {
  it.each([
    ['重庆市 / 永川区', '永川'],
    ['重庆市', '重庆'],
    ['重庆市 / 忠县', '忠县'],
    ['重庆市 / 两江新区', '两江新区'],
    ['重庆市 / 石柱土家族自治县', '石柱土家族自治县'],
    ['广西壮族自治区', '广西'],
    ['Yongchuan, Chongqing', 'Yongchuan'],
    ['Chongqing', 'Chongqing'],
  ])('of %s is %s', (path, place) => {
    expect(placeItself(path)).toBe(place);
  });
});
