/** One of the wants that a title names; UTF-16 offsets into the title. */
export type SingleNeed = { start: number; end: number; text: string };

const NUMBER_MARK =
  /(?:\d{1,2}\s*[.、)）．](?!\d)|[（(]\s*(?:[一二三四五六七八九十]+|\d{1,2})\s*[)）]|[①-⑳]|(?<![一二三四五六七八九十])[一二三四五六七八九十]、)\s*/gu;

/** What a need ends with when it stands by itself: a thing, or what is to be done with one. */
const HEADS =
  '技术 工艺 方法 系统 平台 软件 算法 模型 设备 装置 装备 机器人 传感器 仪器 仪表 生产线 产线 材料 涂层 涂料 配方 添加剂 助剂 催化剂 药剂 检测 监测 监控 控制 优化 处理 治理 回收 利用 防治 修复 改性 制备 合成 提取 分离 提纯 净化 除尘 脱硫 脱硝 脱氮 除臭 脱水 干燥 加工 成形 成型 焊接 铸造 锻造 铸渗 热处理 硬化 强化 设计 开发 研发 研究 研制 分析 诊断 评价 评估 识别 预测 预警 调度 管理 追溯 溯源 视觉 节能 减排 降耗 减重 降噪 减振 保鲜 贮藏 储存 防腐 防锈 防霉 防护 育种 选育 栽培 种植 养殖 测量 测试 试验 仿真 模拟 改造 提升 升级 充填 预防 消除 抑制 回用 循环 再生 转化 降解 发酵 酶解 杀菌 包装 分选 分拣 清洗 切割 打磨 抛光 喷涂 电镀 装配 输送 码垛 采摘 资源化 无害化 减量化 自动化 智能化 国产化 数字化 轻量化'.split(
    ' ',
  );
const HEAD_END = new RegExp(`(?:${HEADS.join('|')})$`, 'u');
/** 耐高温, 轻量化, 节能环保型: a property that waits for its thing. 冷库能耗优化 is none. */
const PROPERTY = /^(?:[耐抗防高低超轻强无免易可多小大微长].{0,3}|.{1,3}[化性型度级])$/u;
const PROPERTY_END = /[化性型度级]$/u;
/** Words after which a list is still one thing, and marks of a sentence. */
const ONE_THING = /一体|于一身|相结合|之间|[。？?！!]|等(?:问题|难题|关键技术|技术)?$/u;

/** The single needs of a title: several when it is a list, else one, the title itself (none of an empty title). */
export function splitNeeds(title: string): SingleNeed[] {
  const whole = trimmed(title, 0, title.length);
  if (!whole) return [];
  const parts = numbered(title) ?? bySemicolon(title) ?? byComma(title) ?? [];
  return parts.length > 1 ? parts : [whole];
}

function trimmed(title: string, from: number, to: number): SingleNeed | undefined {
  const inner = title.slice(from, to);
  const lead = /^[\s、，,；;：:。.]*/u.exec(inner)![0].length;
  const text = inner.slice(lead).replace(/[\s、，,；;：:。.]+$/u, '');
  return text === '' ? undefined : { start: from + lead, end: from + lead + text.length, text };
}

function numbered(title: string): SingleNeed[] | undefined {
  const marks = [...title.matchAll(NUMBER_MARK)].filter(
    // 3.5 and 步骤1、 apart: a mark stands at the beginning, or after a stop or a space.
    ({ index }) => index === 0 || /[\s；;，,。、：:）)\p{Script=Han}]/u.test(title[index - 1]!),
  );
  if (marks.length < 2) return undefined;
  return longEnough(
    marks.map(({ 0: mark, index }, i) =>
      trimmed(title, index + mark.length, marks[i + 1]?.index ?? title.length),
    ),
  );
}

function bySemicolon(title: string): SingleNeed[] | undefined {
  return /[；;\n]/u.test(title) ? longEnough(between(title, /[；;\n]/gu)) : undefined;
}

function byComma(title: string): SingleNeed[] | undefined {
  if (ONE_THING.test(title)) return undefined;
  const withAnd = between(title, /[、，,]|以及|及其?|与|和/gu);
  return (
    standing(withAnd, (text) => withoutHeads(text)) ??
    standing(between(title, /[、，,]/gu), (text) => text.replace(HEAD_END, ''))
  );
}

/** The parts, if each can stand by itself: a matter of its own and a head. The last may end anyhow. */
function standing(
  parts: readonly (SingleNeed | undefined)[],
  matterOf: (part: string) => string,
): SingleNeed[] | undefined {
  const whole = longEnough(parts);
  if (!whole || whole.length < 2) return undefined;
  const all = whole.every(
    ({ text }, i) =>
      !isProperty(text) &&
      (HEAD_END.test(text) || (i > 0 && i === whole.length - 1)) &&
      matterOf(text).length >= 2,
  );
  return all ? whole : undefined;
}

function isProperty(part: string): boolean {
  return PROPERTY.test(part) || (PROPERTY_END.test(part) && !HEAD_END.test(part));
}

/** Of 控制技术 nothing is left: behind 与 it belongs to what stands before. */
function withoutHeads(part: string): string {
  let rest = part;
  while (HEAD_END.test(rest)) rest = rest.replace(HEAD_END, '');
  return rest;
}

function between(title: string, separator: RegExp): (SingleNeed | undefined)[] {
  const parts: (SingleNeed | undefined)[] = [];
  let from = 0;
  for (const { 0: mark, index } of title.matchAll(separator)) {
    parts.push(trimmed(title, from, index));
    from = index + mark.length;
  }
  return [...parts, trimmed(title, from, title.length)];
}

/** Undefined when a part is too short to be a need. */
function longEnough(parts: readonly (SingleNeed | undefined)[]): SingleNeed[] | undefined {
  const given = parts.filter((part) => part !== undefined);
  return given.every(({ text }) => text.length >= 3) ? given : undefined;
}
