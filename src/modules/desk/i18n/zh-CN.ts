/** What the page of the stuck says. */
export default {
  title: '卡在哪里',
  sentence:
    '{count} 件卡住了，在 {holders} 家手里：<over>{over} 件过期</over>，{silent} 件没有动静。',
  sentenceOver: '{count} 件卡住了，在 {holders} 家手里，<over>都已过期</over>。',
  sentenceSilent: '{count} 件没有动静，在 {holders} 家手里。',
  none: '没有卡住的事。',
  noneText: '过了期限的、{days} 天没有动静的，会按在谁手里排在这里。',
  about: '过期的按期限排；{days} 天没有动静的也算。停表的有原因，不在这里。截至 {at}。',
  more: '只列出每一类最急的 200 件。',
  filter: '看哪些',
  kind: {
    all: '全部',
    docking: '对接',
    need: '需求',
    claim: '认领',
    booking: '预约',
    dispatch: '派出',
    report: '周报',
  },
  holder: '{name}　{count} 件',
  silent: '{day}以后没有动静',
  action: { remind: '催一次', assign: '换人办', pause: '暂停', open: '去看' },
  named: '{action}：{title}',
} as const;
