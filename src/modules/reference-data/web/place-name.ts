import { withoutRank } from '../../../ui/i18n/place.ts';

/**
 * A region's path as people say it: 重庆市 / 永川区 becomes 重庆永川, 广西壮族自治区 / 南宁市 becomes
 * 广西南宁. Paths in other languages stay as they are.
 */
export function placeName(path: string): string {
  const parts = path.split(' / ');
  if (parts.length === 1 && !/[\u4e00-\u9fff]/u.test(path)) return path;
  const [first = '', ...rest] = parts;
  const last = rest.at(-1);
  return `${withoutRank(first)}${last === undefined ? '' : withoutRank(last)}`;
}
