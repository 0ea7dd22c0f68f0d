/** Words around the reference lists. The source: English follows its keys. */
export default {
  region: '地区',
  industry: '行业',
  anyRegion: '全国',
  anyIndustry: '全部行业',
  typeToFind: '输入名称、拼音或代码',
  noneFound: '没有这个名称，换个写法试试',
  found: '{count} 项，用上下键选',
  clear: '清除{what}',
} as const;
