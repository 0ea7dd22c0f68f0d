import regionData from '../data/regions.json' with { type: 'json' };
import { searchCodedNames, type CodedName } from './coded-names.ts';

export type RegionLevel = 'province' | 'city' | 'county';

/** A row of GB/T 2260. `parent` is the nearest real place above: a district of a municipality hangs on it directly. */
export type Region = CodedName;

export const regions: readonly Region[] = regionData.regions;

const regionByCode = new Map(regions.map((region) => [region.code, region]));

export function findRegion(code: string): Region | undefined {
  return regionByCode.get(code);
}

/** Throws RangeError for a code that GB/T 2260 does not have. */
export function getRegion(code: string): Region {
  const region = findRegion(code);
  if (region === undefined) throw new RangeError(`no region has the code ${code}`);
  return region;
}

export function regionLevel(code: string): RegionLevel {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/** The region and those above it, the province first; empty for an unknown code. */
export function regionPath(code: string): Region[] {
  const region = findRegion(code);
  if (region === undefined) return [];
  return [...(region.parent === undefined ? [] : regionPath(region.parent)), region];
}

/** `重庆市 / 永川区`; in English `Yongchuan, Chongqing`, with the Chinese name where no English one is kept. The bare code when it is unknown. */
export function regionLabel(code: string, locale: 'zh-CN' | 'en'): string {
  const path = regionPath(code);
  if (path.length === 0) return code;
  if (locale === 'zh-CN') return path.map((region) => region.name).join(' / ');
  return path
    .map((region) => region.nameEn ?? region.name)
    .toReversed()
    .join(', ');
}

/** The city a place belongs to: a municipality is the city of its districts, a county under the province is its own. */
function cityOf(code: string): string | undefined {
  const region = findRegion(code);
  if (region === undefined) return undefined;
  if (isMunicipality(`${code.slice(0, 2)}0000`)) return `${code.slice(0, 2)}0000`;
  if (regionLevel(code) === 'province') return undefined;
  const { parent } = region;
  return parent !== undefined && regionLevel(parent) === 'city' ? parent : code;
}

function isMunicipality(provinceCode: string): boolean {
  return ['110000', '120000', '310000', '500000'].includes(provinceCode);
}

export function sameCity(a: string, b: string): boolean {
  const city = cityOf(a);
  return city !== undefined && city === cityOf(b);
}

export type Closeness = 'same' | 'city' | 'province' | 'elsewhere';

/** How near two places are by administration, not by distance. Two districts of Chongqing are `city`. Unknown codes are `elsewhere`. */
export function closeness(a: string, b: string): Closeness {
  if (findRegion(a) === undefined || findRegion(b) === undefined) return 'elsewhere';
  if (a === b) return 'same';
  if (sameCity(a, b)) return 'city';
  return a.slice(0, 2) === b.slice(0, 2) ? 'province' : 'elsewhere';
}

/** Regions for a picker, by name, pinyin, initials, English name or the start of the code. */
export function searchRegions(query: string, limit: number): Region[] {
  return searchCodedNames(regions, query, {
    limit,
    levelOf: ({ code }) => ['province', 'city', 'county'].indexOf(regionLevel(code)),
  });
}
