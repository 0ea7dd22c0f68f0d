import { isNumber, type Token } from '../../../kernel/text/grams.ts';
import { segmentWords, type Word } from '../../../kernel/text/words.ts';
import type { Background } from './background.ts';
import { gramWeight, isStopGram } from './gram-weight.ts';
import {
  INFORMATIVE,
  type ReadAsk,
  type ReadOffer,
  type TextField,
  weightAt,
} from './text-relevance.ts';

/** A place in one field; UTF-16 offsets. */
export type Place = { field: string; start: number; end: number };

/** The same words on both sides, or two words that share a telling character. */
export type Meeting = {
  wanted: string;
  offered: string;
  weight: number;
  asked: Place[];
  offeredAt: Place[];
  /** Set when only this character is shared. */
  character?: string;
};

/** Words of the trade of asking and advertising: shared by any two texts, so no reason. */
const EMPTY_WORDS = new Set(
  '我们 公司 企业 技术 问题 解决 需要 需求 目前 成果 研究 应用 采用 实现 提高 降低 减少 增加 控制 系统 方法 产品 设备 可以 进行 通过 影响 成本 稳定 效果 性能 不同 以上 以下 支持 生产 工艺 材料 检测 结果 数据 情况 客户 项目 合作 开发 服务 单位 国内 专家 团队 团体 人工 使用 现有 改造 过程 时间 小时 分钟 方案 办法 质量 效率 工业 工程 加工 机器 车间 尺寸 曲线 表面 电子 高速 动力 功率 容易 出现 保证 满足 条件 环境 类型 不良 正常 一次 一种'.split(
    ' ',
  ),
);
const UNIT_WORD =
  /^(?:mm|cm|km|μm|um|nm|kg|mg|ng|ml|min|ms|mpa|kpa|gpa|pa|hz|khz|mhz|ghz|kw|mw|kwh|wh|kv|db|rpm|ppm|h|s|t|d|v|w|n)$/;

/** 六成, 三年: figures are compared as quantities. */
const NUMERAL = /^[零一二两三四五六七八九十百千万几半]+.?$/u;
/** Characters that mostly spell foreign words: 摩托 and 摩擦 have nothing in common. */
const SPELLING = /[摩托巴卡拉马达克尔斯特诺纳]/u;
/** From this weight on a single character names a matter by itself: 焊, 漆, 铸, 竹. */
const TELLING_CHARACTER = 3.9;

type Run = { from: number; length: number };
type CommonRun = { a: Run; b: Run };

/** Maximal runs of tokens that stand in both fields, as positions in each. */
function commonRuns(a: readonly Token[], b: readonly Token[]): CommonRun[] {
  const places = new Map<string, number[]>();
  b.forEach((token, at) => {
    const list = places.get(token.text);
    if (list) list.push(at);
    else places.set(token.text, [at]);
  });
  const joined = (tokens: readonly Token[], at: number) =>
    at > 0 && tokens[at - 1]!.run === tokens[at]!.run;
  const runs: CommonRun[] = [];
  a.forEach((token, i) => {
    for (const j of places.get(token.text) ?? []) {
      // Begin only where the run cannot be prolonged to the left.
      if (joined(a, i) && joined(b, j) && a[i - 1]!.text === b[j - 1]!.text) continue;
      let length = 1;
      while (
        i + length < a.length &&
        j + length < b.length &&
        joined(a, i + length) &&
        joined(b, j + length) &&
        a[i + length]!.text === b[j + length]!.text
      ) {
        length++;
      }
      runs.push({ a: { from: i, length }, b: { from: j, length } });
    }
  });
  return runs;
}

type WordEdges = { starts: Set<number>; ends: Set<number>; words: Word[] };
type Stretch = { start: number; end: number; edges?: WordEdges };

const stretchesByField = new WeakMap<TextField, ReadonlyMap<number, Stretch>>();

/** The unbroken runs of a field, by their number. */
function stretchesOf(field: TextField): ReadonlyMap<number, Stretch> {
  let stretches = stretchesByField.get(field);
  if (!stretches) {
    const found = new Map<number, Stretch>();
    for (const { run, start, end } of field.tokens) {
      const stretch = found.get(run);
      if (stretch) stretch.end = end;
      else found.set(run, { start, end });
    }
    stretches = found;
    stretchesByField.set(field, stretches);
  }
  return stretches;
}

/** Words of one run. Cutting into words is the dearest step of a reason: only runs that meet are cut. */
function edgesOf(field: TextField, stretch: Stretch): WordEdges {
  if (stretch.edges) return stretch.edges;
  const { start: from, end } = stretch;
  const words = segmentWords(field.text.slice(from, end)).map((word) => ({
    text: word.text,
    start: word.start + from,
    end: word.end + from,
  }));
  stretch.edges = {
    words,
    starts: new Set(words.map((word) => word.start)),
    ends: new Set(words.map((word) => word.end)),
  };
  return stretch.edges;
}

/** Words of the run in which a token stands. */
function wordEdges(field: TextField, token: Token): WordEdges {
  return edgesOf(field, stretchesOf(field).get(token.run)!);
}

type Edge = (side: WordEdges, token: Token) => boolean;
const beginsWord: Edge = (side, token) => side.starts.has(token.start);
const endsWord: Edge = (side, token) => side.ends.has(token.end);

/**
 * Cuts function words and half words off both ends; undefined when nothing is left. Where the two
 * sides are segmented differently (the segmenter does not know every term), an edge that one side
 * confirms will do if otherwise nothing remained.
 */
function trim(run: CommonRun, a: TextField, b: TextField): CommonRun | undefined {
  const both = (x: boolean, y: boolean) => x && y;
  const either = (x: boolean, y: boolean) => x || y;
  const strict = trimBy(run, a, b, both);
  if (strict && strict.a.length > 1) return strict;
  const loose = trimBy(run, a, b, either);
  return loose && (straddles(loose.a, a) || straddles(loose.b, b)) ? undefined : loose;
}

/**
 * Whether two characters are the end of one longer word and the beginning of another: 磨机 in 打磨机器
 * is no machine.
 */
function straddles({ from, length }: Run, field: TextField): boolean {
  if (length !== 2) return false;
  const first = field.tokens[from]!;
  const { starts, ends } = wordEdges(field, first);
  const second = field.tokens[from + 1]!;
  return starts.has(second.start) && !starts.has(first.start) && !ends.has(second.end);
}

function trimBy(
  run: CommonRun,
  a: TextField,
  b: TextField,
  agreed: (inA: boolean, inB: boolean) => boolean,
): CommonRun | undefined {
  const inA = wordEdges(a, a.tokens[run.a.from]!);
  const inB = wordEdges(b, b.tokens[run.b.from]!);
  const isEdge = (k: number, edge: Edge) =>
    agreed(edge(inA, a.tokens[run.a.from + k]!), edge(inB, b.tokens[run.b.from + k]!));
  const isFunctionWord = (k: number) => {
    const token = a.tokens[run.a.from + k]!;
    return isStopGram(token.text) && inA.starts.has(token.start) && inA.ends.has(token.end);
  };
  let left = 0;
  let right = run.a.length;
  while (left < right && (isFunctionWord(left) || !isEdge(left, beginsWord))) left++;
  while (left < right && (isFunctionWord(right - 1) || !isEdge(right - 1, endsWord))) right--;
  if (left === right) return undefined;
  const length = right - left;
  return { a: { from: run.a.from + left, length }, b: { from: run.b.from + left, length } };
}

function phraseWeight(tokens: readonly Token[], background: Background): number {
  const first = tokens[0]!;
  if (!first.han) {
    const telling =
      /[a-zα-ω]{2}/u.test(first.text) && !UNIT_WORD.test(first.text) && !isNumber(first.text);
    return telling ? gramWeight(first.text, background) : 0;
  }
  const phrase = tokens.map((token) => token.text).join('');
  if (tokens.length < 2 || EMPTY_WORDS.has(phrase) || NUMERAL.test(phrase)) return 0;
  const { best, sum } = pairWeights(tokens, 0, tokens.length, background);
  return best >= INFORMATIVE ? sum : 0;
}

/** How much the pairs of a stretch of Han characters tell: the most telling one, and all together. */
function pairWeights(
  tokens: readonly Token[],
  from: number,
  to: number,
  background: Background,
): { best: number; sum: number } {
  let best = 0;
  let sum = 0;
  for (let i = from; i < to - 1; i++) {
    const pair = tokens[i]!.text + tokens[i + 1]!.text;
    const weight = EMPTY_WORDS.has(pair) ? 0 : gramWeight(pair, background);
    // A pair that the background never saw is telling only through its characters.
    const single = Math.max(
      gramWeight(tokens[i]!.text, background),
      gramWeight(tokens[i + 1]!.text, background),
    );
    best = Math.max(best, Math.min(weight, single + 2));
    sum += weight;
  }
  return { best, sum };
}

/** Whether a run, or a part of it, could be worth showing: cheap to say before it is cut into words. */
function couldTell({ from, length }: Run, tokens: readonly Token[], background: Background) {
  if (!tokens[from]!.han) return true;
  return pairWeights(tokens, from, from + length, background).best >= INFORMATIVE;
}

function place(field: TextField, run: Run): Place {
  return {
    field: field.name,
    start: field.tokens[run.from]!.start,
    end: field.tokens[run.from + run.length - 1]!.end,
  };
}

/** Phrases that stand on both sides, the most telling first. */
export function sharedPhrases(ask: ReadAsk, offer: ReadOffer, background: Background): Meeting[] {
  const found = new Map<string, Meeting>();
  for (const a of ask.fields) {
    for (const b of offer.fields) {
      for (const whole of commonRuns(a.tokens, b.tokens)) {
        if (!couldTell(whole.a, a.tokens, background)) continue;
        const run = trim(whole, a, b);
        if (!run) continue;
        const tokens = a.tokens.slice(run.a.from, run.a.from + run.a.length);
        const askedAt = place(a, run.a);
        // What a company says of itself is no reason: it counts as little as it does in the order.
        const weight = phraseWeight(tokens, background) * weightAt(a, askedAt.start);
        if (weight < INFORMATIVE) continue;
        const key = tokens.map((token) => token.text).join('');
        const offeredAt = place(b, run.b);
        const meeting = found.get(key);
        if (meeting) {
          meeting.weight = Math.max(meeting.weight, weight);
          addPlace(meeting.asked, askedAt);
          addPlace(meeting.offeredAt, offeredAt);
        } else {
          found.set(key, {
            wanted: a.text.slice(askedAt.start, askedAt.end),
            offered: b.text.slice(offeredAt.start, offeredAt.end),
            weight,
            asked: [askedAt],
            offeredAt: [offeredAt],
          });
        }
      }
    }
  }
  return byWeight(found);
}

function addPlace(places: Place[], place: Place): void {
  if (!places.some((other) => other.field === place.field && other.start === place.start))
    places.push(place);
}

/**
 * Different words with the same telling character (焊工 and 焊接): what literal phrases miss although
 * it counts in the ranking. It shows that both speak of the thing, not that they mean the same.
 */
export function kindredWords(ask: ReadAsk, offer: ReadOffer, background: Background): Meeting[] {
  const best = new Map<string, Meeting>();
  for (const asked of ask.fields.flatMap((field) => hanWords(field, 1))) {
    for (const character of asked.text) {
      const weight = gramWeight(character, background) * asked.weight;
      if (weight < TELLING_CHARACTER || SPELLING.test(character) || best.has(character)) continue;
      const offered = wordWith(character, asked.text, offer.fields);
      if (!offered) continue;
      best.set(character, {
        wanted: asked.text,
        offered: offered.text,
        weight,
        character,
        asked: [{ field: asked.field, start: asked.start, end: asked.end }],
        offeredAt: [{ field: offered.field, start: offered.start, end: offered.end }],
      });
    }
  }
  return byWeight(best);
}

/** The first word of the offer in which a character stands, other than the word asked for. */
function wordWith(
  character: string,
  asked: string,
  fields: readonly TextField[],
): PlacedWord | undefined {
  for (const field of fields) {
    if (!field.text.includes(character)) continue;
    const found = hanWords(field, 2, character).find(
      (word) => word.text.includes(character) && word.text !== asked,
    );
    if (found) return found;
  }
  return undefined;
}

type PlacedWord = Word & { field: string; weight: number };

/** Words of Han characters; with `character` only those of runs in which it stands. */
function hanWords(field: TextField, least: number, character = ''): PlacedWord[] {
  return [...stretchesOf(field).values()]
    .filter(({ start, end }) => field.text.slice(start, end).includes(character))
    .flatMap((stretch) => edgesOf(field, stretch).words)
    .filter(
      ({ text }) =>
        text.length >= least &&
        text.length <= 4 &&
        /^\p{Script=Han}+$/u.test(text) &&
        !EMPTY_WORDS.has(text) &&
        !NUMERAL.test(text),
    )
    .map((word) => ({ ...word, field: field.name, weight: weightAt(field, word.start) }));
}

function byWeight(meetings: ReadonlyMap<string, Meeting>): Meeting[] {
  return [...meetings.values()].sort(
    (x, y) => y.weight - x.weight || (x.wanted < y.wanted ? -1 : 1),
  );
}
