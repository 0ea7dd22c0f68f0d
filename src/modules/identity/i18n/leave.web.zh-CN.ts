/** What the page of the leave says. */
export default {
  title: '请假交接',
  away: '<who>{name}</who>在 <date>{from}</date> 到 <date>{until}</date> 代你办。',
  none: '你没有请假，事情都由你自己办。',
  about:
    '请假那几天，新轮到你的事和提醒都发给代办的人，他能替你办；对接页上看得到。假期一过，自动转回给你。',
  acting: '{name}请假到{until}，现在由你代办。',
  enter: '写请假',
  end: '取消或提前回来',
  endNamed: '取消：{from} 到 {until}',
  from: '从哪一天',
  until: '到哪一天',
  deputy: '谁代办',
  noDeputy: '本地区没有同样身份的人可以代办。请管理员先加人。',
  note: '备注',
  noteHint: '例：RT-2026-0012 等企业回话，周三前不用催。代办的人看得到。',
  list: '请假',
} as const;
