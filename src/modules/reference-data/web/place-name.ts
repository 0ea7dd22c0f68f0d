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

/** A name of two characters keeps its rank (忠县), and so does a new area (两江新区). */
const withoutRank = (name: string): string =>
  name.length <= 2 || name.endsWith('新区')
    ? name
    : name.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|(?<!自治)[省市区县]$/u, '');
