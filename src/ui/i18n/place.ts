/** 永川区 becomes 永川. Names of two characters keep their rank (忠县), and so do new areas (两江新区). */
export const withoutRank = (name: string): string =>
  name.length <= 2 || name.endsWith('新区')
    ? name
    : name.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|(?<!自治)[省市区县]$/u, '');

/** The place itself: 永川 of 重庆市 / 永川区, where it comes last, and Yongchuan of Yongchuan, Chongqing. */
export const placeItself = (path: string): string =>
  withoutRank(path.split(' / ').at(-1)?.split(', ')[0] ?? '');
