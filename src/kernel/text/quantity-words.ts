/** Words around a number that say how it bounds, how exactly, and whether something changed. Longer ones win. */

export const AT_MOST = [
  '不超过',
  '不大于',
  '不高于',
  '不多于',
  '小于等于',
  '小于',
  '低于',
  '少于',
  '不到',
  '短于',
  '不超',
  '至多',
  '最多',
  '限于',
  '<=',
  '≤',
  '≦',
  '<',
];
export const AT_LEAST = [
  '不小于',
  '不低于',
  '不少于',
  '不短于',
  '大于等于',
  '至少',
  '起码',
  '大于',
  '高于',
  '超过',
  '多于',
  '长于',
  '最少',
  '>=',
  '≥',
  '≧',
  '>',
  '超',
];
export const ABOUT = ['大约', '大概', '约', '近', '将近', '差不多', '平均'];
export const AT_MOST_AFTER = /^(?:及|或)?(?:以内|以下|之内|之下|内(?![部容外径孔腔存])|封顶)/u;
export const AT_LEAST_AFTER = /^(?:及|或)?(?:以上|之上|起步)/u;
export const ABOUT_AFTER = /^(?:左右|上下)/u;
export const CHANGED_BY =
  /(?:下降|降低|提高|提升|减少|减小|缩短|增加|增长|升高|节省|节约|省下|省|延长|节能|高出|减重|减排|放大)(?:了|约|近|至少|超过|不少于|大于)?$/u;
export const CHANGED_TO =
  /(?:[降减压升提缩延增放收]|下降|降低|减少|缩短|提高|提升|上升|控制|恢复|稳定|增加|延长|扩大|收严)(?:到|至|在|为)(?:了|约|近)?$/u;
export const CHANGED_FROM = /(?:由|从|原来|原先|目前|现在)(?:约|近|的)?$/u;
