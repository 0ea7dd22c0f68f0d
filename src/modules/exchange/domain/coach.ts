import { readQuantities, type Quantity } from '../../../kernel/text/quantities.ts';
import type { Metric } from './listing-details.ts';

/** What somebody who could answer wants to know of a need, in the order in which it is told. */
export const coachCells = [
  'object',
  'symptom',
  'now',
  'wanted',
  'tried',
  'limits',
  'scale',
  'budget',
  'months',
  'modes',
] as const;
export type CoachCell = (typeof coachCells)[number];

/** What is asked for first when several things are missing: without it nobody can answer at all. */
const order: readonly CoachCell[] = [
  'symptom',
  'object',
  'wanted',
  'now',
  'tried',
  'limits',
  'scale',
  'budget',
  'months',
  'modes',
];

export type CoachedNeed = {
  title: string;
  description: string;
  metrics: readonly Metric[];
  tried: string;
  limits: string;
  scale: string;
  budgetFen: number | null;
  months: number | null;
  coopModes: readonly string[];
};

/** `said` is a stretch of the need's own words that the question is about; empty without one. */
export type CoachReading = {
  cell: CoachCell;
  state: 0 | 0.5 | 1;
  /** Which question to ask: `coach.<cell>.<question>`; null when it is said clearly. */
  question: 'missing' | 'half' | 'about' | null;
  said: string;
};

export type Coaching = {
  cells: CoachReading[];
  /** How many of the ten are said, halves counting half: 0 to 10. */
  score: number;
  /** What to write next: one thing, or nothing more. */
  next: CoachReading | null;
};

const OBJECT =
  /设备|机床|机器|产品|材料|工艺|生产线|产线|系统|零件|部件|工件|车间|电池|电机|[机线炉泵阀轴膜漆胶窑炭粉浆液油酒料肉菜果茶药纱布革纸板管丝网具釜罐塔池井车船]/u;
const SYMPTOM =
  /不[良稳匀齐准够好到行足合平顺上下得易]|没有?办法|[难差坏裂漏断堵偏跑慢松脱锈霉臭糊焦粘卡抖晃响烫]|超差|投诉|返工|报废|误差|波动|缺陷|气泡|毛刺|变形|磨损|腐蚀|污染|异味|损耗|浪费|故障|停机|人工|费[时力工电]|[过太偏][高低大小多少长短慢快]/u;
const WHEN =
  /[时后前]|每[天月次批年班件]|一[批天次]|早上|下午|夏天|冬天|开机|连续|多久|经常|有时|总是|\d|[一二三四五六七八九十]成/u;
const NOW = /现在|目前|如今|只有|只能|达到|实测|平均|大约|仍|还是/u;
const WISH =
  /希望|想要|想把|要求|需要|降到|降至|提高到|提到|控制在|稳定在|做到|以内|以下|以上|达到/u;
const LIMIT =
  /不想|不能|不许|不允许|不得|必须|只能用|不改|不换|食品级|环保|安全要求|符合[^，。；]{0,12}标准/u;
const SCALE = /(?:年产|日产|月产|每年|每天|每月|一年|一天|一个月|每班|全厂|一共|共有)/u;
const TRIED = /试过|换过|用过|做过|找过|改过|尝试|试验过/u;
const NOT_TRIED = /^(?:还?没有?试过|没试|未试|无|没有)[。！]?$/u;
const TIME = /年底|年内|月底|季度[内末]|[\d一二三四五六七八九十两半]+\s*个?[月年][内前]|尽快/u;

/** How well a need is said, and what to ask for next. Works on what stands in the form, without a server. */
export function coach(need: CoachedNeed): Coaching {
  const text = `${need.title}\n${need.description}`.trim();
  const quantities = readQuantities(text);
  const cells = coachCells.map((cell) => ({ cell, ...read[cell](need, text, quantities) }));
  const score = cells.reduce((sum, { state }) => sum + state, 0);
  const open = order
    .map((cell) => cells.find((each) => each.cell === cell)!)
    .filter(({ state }) => state < 1);
  // What is not said at all comes before what is said by half.
  const next = open.find(({ state }) => state === 0) ?? open[0] ?? null;
  return { cells, score, next };
}

type Read = Omit<CoachReading, 'cell'>;
const clear: Read = { state: 1, question: null, said: '' };
const missing: Read = { state: 0, question: 'missing', said: '' };
const half = (said = '', question: 'half' | 'about' = 'half'): Read => ({
  state: 0.5,
  question,
  said,
});

const read: Record<
  CoachCell,
  (need: CoachedNeed, text: string, quantities: readonly Quantity[]) => Read
> = {
  object(_need, text) {
    if (text === '') return missing;
    return OBJECT.test(text) && text.length >= 10 ? clear : half();
  },
  symptom(_need, text) {
    const found = SYMPTOM.exec(text);
    if (!found) return missing;
    return WHEN.test(text) ? clear : half(clauseAt(text, found.index));
  },
  now({ metrics }, text, quantities) {
    if (metrics.some(({ now }) => hasNumber(now))) return clear;
    const found = quantities.find(
      (each) => each.change === 'from' || (isPlain(each) && NOW.test(before(text, each))),
    );
    if (found) return found.approximate ? half(found.text, 'about') : clear;
    const other = quantities.find((each) => isPlain(each) && !WISH.test(before(text, each)));
    return other ? half(other.text) : missing;
  },
  wanted({ metrics }, text, quantities) {
    if (metrics.some(({ wanted }) => hasNumber(wanted))) return clear;
    const found = quantities.find(
      (each) =>
        each.dimension !== 'money' && (each.change === 'to' || WISH.test(before(text, each))),
    );
    if (found) return clear;
    const wish = WISH.exec(text);
    return wish ? half(clauseAt(text, wish.index)) : missing;
  },
  tried({ tried }, text) {
    const said = tried.trim();
    if (NOT_TRIED.test(said) || said.length >= 8) return clear;
    if (said !== '') return half(said);
    const found = TRIED.exec(text);
    return found ? half(clauseAt(text, found.index)) : missing;
  },
  limits({ limits }, text) {
    const said = limits.trim();
    if (said.length >= 4 || NOT_TRIED.test(said)) return clear;
    if (said !== '') return half(said);
    const found = LIMIT.exec(text);
    return found ? half(clauseAt(text, found.index)) : missing;
  },
  scale({ scale }, text) {
    if (hasNumber(scale)) return clear;
    if (scale.trim() !== '') return half(scale.trim());
    const found = SCALE.exec(text);
    if (!found) return missing;
    const clause = clauseAt(text, found.index);
    return hasNumber(clause) ? clear : half(clause);
  },
  budget({ budgetFen }, _text, quantities) {
    if (budgetFen !== null) return clear;
    const found = quantities.find(({ dimension }) => dimension === 'money');
    return found ? half(found.text) : missing;
  },
  months({ months }, text) {
    if (months !== null) return clear;
    const found = TIME.exec(text);
    return found ? half(found[0]) : missing;
  },
  modes: ({ coopModes }) => (coopModes.length > 0 ? clear : missing),
};

const hasNumber = (text: string): boolean => /[\d０-９一二两三四五六七八九十百千万]/u.test(text);

const isPlain = ({ comparison, dimension, change }: Quantity): boolean =>
  dimension !== 'money' &&
  change !== 'to' &&
  (comparison === 'eq' || comparison === 'range' || change === 'from');

/** What stands before a quantity in its clause. */
const before = (text: string, { start }: Quantity): string =>
  text
    .slice(0, start)
    .split(/[，,。；;！!？?\n]/u)
    .at(-1) ?? '';

/** The clause at a place, short enough to be quoted in a question. */
function clauseAt(text: string, at: number): string {
  const start = Math.max(
    ...['，', ',', '。', '；', '\n'].map((mark) => text.lastIndexOf(mark, at - 1)),
  );
  const rest = text.slice(start + 1).split(/[，,。；;！!？?\n]/u)[0] ?? '';
  const characters = Array.from(rest.trim());
  return characters.length > 16 ? `${characters.slice(0, 15).join('')}…` : characters.join('');
}
