import { regionLevel, regions, type Region } from './regions.ts';

const PEOPLES =
  '(?:(?:蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|鄂温克|达斡尔|鄂伦春)族?|' +
  '(?:回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|仫佬|羌|布朗|撒拉|毛南|仡佬|阿昌|普米|怒|德昂|保安|裕固|各|独龙|门巴|珞巴|基诺)族)';
const AUTONOMOUS = new RegExp(`${PEOPLES}+自治[州县旗]$`, 'u');
const SUFFIX =
  /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治[州县旗]|新区|林区|特区|地区|省|市|区|县|旗|盟)$/u;

/** What people call a place: 永川区 → 永川, 石柱土家族自治县 → 石柱, 忠县 stays (a name has at least two characters). */
function everydayName(name: string): string {
  const plain = name.replace(AUTONOMOUS, '');
  const short = (plain.length >= 2 ? plain : name).replace(plain === name ? SUFFIX : /$^/u, '');
  return short.length >= 2 ? short : name;
}

/** Names people use for parts of a district that GB/T 2260 does not list. */
const EVERYDAY_ALIASES: Readonly<Record<string, string>> = {
  西永: '500106', // 西永街道, 沙坪坝区
};

const namesOfRegion = new Map(
  regions.map((region) => [region, [...new Set([region.name, everydayName(region.name)])]]),
);
const regionsByName = groupByName(regions);
const provincesByName = groupByName(regions.filter(({ code }) => regionLevel(code) === 'province'));
const longestName = Math.max(...[...regionsByName.keys()].map((name) => name.length));

/**
 * The region that free text names: `重庆永川`, `浙江杭州`, `四川省成都市武侯区`, `永川`.
 * Suffixes (市, 区, 县 …) and the province may be missing. The deepest place recognised counts, so a development zone that GB/T 2260 does not have (`重庆两江新区`) gives its city or province.
 * Undefined when nothing is recognised, or a bare name fits several places of the same level.
 */
export function parseRegionName(text: string): string | undefined {
  let rest = text.normalize('NFKC').replace(/[\s/·,、-]/gu, '');
  let found: Region | undefined;
  while (rest !== '') {
    const step: Step | undefined = nextPlace(rest, found);
    if (step === undefined) break;
    found = step.region;
    rest = rest.slice(step.length);
  }
  return found?.code;
}

interface Step {
  region: Region;
  length: number;
}

/** The place with the longest name at the start of `text`, below `above` when that is known; among equals the higher level. */
function nextPlace(text: string, above: Region | undefined): Step | undefined {
  for (let length = Math.min(longestName, text.length); length >= 2; length -= 1) {
    const name = text.slice(0, length);
    const region = above === undefined ? topPlace(name) : placeBelow(name, above);
    if (region !== undefined) return { region, length };
  }
  return undefined;
}

function topPlace(name: string): Region | undefined {
  return provincesByName.get(name)?.[0] ?? onlyHighest(regionsByName.get(name) ?? []);
}

function placeBelow(name: string, above: Region): Region | undefined {
  const alias = EVERYDAY_ALIASES[name];
  const named = regionsByName.get(name) ?? [];
  const aliased = regions.filter(({ code }) => code === alias);
  return onlyHighest([...named, ...aliased].filter((region) => isBelow(region, above)));
}

function isBelow(region: Region, above: Region): boolean {
  const prefix = regionLevel(above.code) === 'province' ? 2 : 4;
  return region.code !== above.code && region.code.slice(0, prefix) === above.code.slice(0, prefix);
}

/** The one candidate of the highest level present; undefined when several share it. */
function onlyHighest(candidates: readonly Region[]): Region | undefined {
  for (const level of ['province', 'city', 'county'] as const) {
    const atLevel = candidates.filter(({ code }) => regionLevel(code) === level);
    if (atLevel.length > 0) return atLevel.length === 1 ? atLevel[0] : undefined;
  }
  return undefined;
}

function groupByName(rows: readonly Region[]): Map<string, Region[]> {
  const byName = new Map<string, Region[]>();
  for (const region of rows) {
    for (const name of namesOfRegion.get(region) ?? []) {
      byName.set(name, [...(byName.get(name) ?? []), region]);
    }
  }
  return byName;
}
