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
  pages: '分页',
  earlier: '上一页',
  later: '下一页',
  pageOf: '第 {page} 页，共 {pages} 页',
  nothingNarrowed: '按这些条件没有找到。',
  nothingNarrowedText: '换个说法，或者放宽地区和行业再看。',
  seeAll: '看全部',
  ask: {
    title: '不用一页页翻',
    text: '说出难题，平台替你读完公开的成果和专家，逐条说明凭什么。',
    button: '说出难题',
  },
} as const;
