import { isNumber, type Token } from '../../../kernel/text/grams.ts';
import { segmentWords, type Word } from '../../../kernel/text/words.ts';
import type { Background } from './background.ts';
import { gramWeight, isStopGram } from './gram-weight.ts';
import { INFORMATIVE, type ReadAsk, type ReadOffer, type TextField } from './text-relevance.ts';

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
  '我们 公司 企业 技术 问题 解决 需要 需求 目前 成果 研究 应用 采用 实现 提高 降低 减少 增加 控制 系统 方法 产品 设备 可以 进行 通过 影响 成本 稳定 效果 性能 不同 以上 以下 支持 生产 工艺 材料 检测 结果 数据 情况 客户 项目 合作 开发 服务 单位 国内 专家 团队 团体 人工 使用 现有 改造 过程 时间 小时 分钟 方案 办法 质量 效率 工业 工程'.split(
    ' ',
  ),
);
const UNIT_WORD =
  /^(?:mm|cm|km|μm|um|nm|kg|mg|ng|ml|min|ms|mpa|kpa|gpa|pa|hz|khz|mhz|ghz|kw|mw|kwh|wh|kv|db|rpm|ppm|h|s|t|d|v|w|n)$/;

type Run = { from: number; length: number };

/** Maximal runs of tokens that stand in both fields, as positions in each. */
function commonRuns(a: readonly Token[], b: readonly Token[]): { a: Run; b: Run }[] {
  const places = new Map<string, number[]>();
  b.forEach((token, at) => {
    const list = places.get(token.text);
    if (list) list.push(at);
    else places.set(token.text, [at]);
  });
  const joined = (tokens: readonly Token[], at: number) =>
    at > 0 && tokens[at - 1]!.run === tokens[at]!.run;
  const runs: { a: Run; b: Run }[] = [];
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

function wordEdges(field: TextField, cache: Map<TextField, WordEdges>): WordEdges {
  let edges = cache.get(field);
  if (!edges) {
    const words = segmentWords(field.text);
    edges = {
      words,
      starts: new Set(words.map((word) => word.start)),
      ends: new Set(words.map((word) => word.end)),
    };
    cache.set(field, edges);
  }
  return edges;
}

/** Cuts function words and half words off both ends; undefined when nothing telling is left. */
function trim(
  run: { a: Run; b: Run },
  a: TextField,
  b: TextField,
  cache: Map<TextField, WordEdges>,
): { a: Run; b: Run } | undefined {
  const inA = wordEdges(a, cache);
  const inB = wordEdges(b, cache);
  let left = 0;
  let right = run.a.length;
  const tokenA = (k: number) => a.tokens[run.a.from + k]!;
  const tokenB = (k: number) => b.tokens[run.b.from + k]!;
  while (
    left < right &&
    (isStopGram(tokenA(left).text) ||
      !(inA.starts.has(tokenA(left).start) || inB.starts.has(tokenB(left).start)))
  ) {
    left++;
  }
  while (
    left < right &&
    (isStopGram(tokenA(right - 1).text) ||
      !(inA.ends.has(tokenA(right - 1).end) || inB.ends.has(tokenB(right - 1).end)))
  ) {
    right--;
  }
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
  if (tokens.length < 2 || EMPTY_WORDS.has(tokens.map((token) => token.text).join(''))) return 0;
  let best = 0;
  let sum = 0;
  for (let i = 0; i < tokens.length - 1; i++) {
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
  return best >= INFORMATIVE ? sum : 0;
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
  const cache = new Map<TextField, WordEdges>();
  const found = new Map<string, Meeting>();
  for (const a of ask.fields) {
    for (const b of offer.fields) {
      for (const whole of commonRuns(a.tokens, b.tokens)) {
        const run = trim(whole, a, b, cache);
        if (!run) continue;
        const tokens = a.tokens.slice(run.a.from, run.a.from + run.a.length);
        const weight = phraseWeight(tokens, background);
        if (weight < INFORMATIVE) continue;
        const key = tokens.map((token) => token.text).join('');
        const askedAt = place(a, run.a);
        const offeredAt = place(b, run.b);
        const meeting = found.get(key);
        if (meeting) {
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
  return [...found.values()].sort((x, y) => y.weight - x.weight || (x.wanted < y.wanted ? -1 : 1));
}

function addPlace(places: Place[], place: Place): void {
  if (!places.some((other) => other.field === place.field && other.start === place.start))
    places.push(place);
}

/**
 * Different words with the same telling character (哈喇味 and 风味, 热机 and 热误差): the meetings
 * that literal phrases miss although they count in the ranking.
 */
export function kindredWords(ask: ReadAsk, offer: ReadOffer, background: Background): Meeting[] {
  const threshold = INFORMATIVE + 1;
  const telling = (field: TextField) =>
    segmentWords(field.text).filter(
      (word) => /^\p{Script=Han}{2,4}$/u.test(word.text) && !EMPTY_WORDS.has(word.text),
    );
  const askWords = ask.fields.flatMap((field) =>
    telling(field).map((word) => ({ word, field: field.name })),
  );
  const offerWords = offer.fields.flatMap((field) =>
    telling(field).map((word) => ({ word, field: field.name })),
  );
  const best = new Map<string, Meeting>();
  for (const { word, field } of askWords) {
    for (const character of word.text) {
      const weight = gramWeight(character, background);
      if (weight < threshold || best.has(character)) continue;
      const other = offerWords.find(
        (candidate) => candidate.word.text.includes(character) && candidate.word.text !== word.text,
      );
      if (!other) continue;
      best.set(character, {
        wanted: word.text,
        offered: other.word.text,
        weight,
        character,
        asked: [{ field, start: word.start, end: word.end }],
        offeredAt: [{ field: other.field, start: other.word.start, end: other.word.end }],
      });
    }
  }
  return [...best.values()].sort((x, y) => y.weight - x.weight || (x.wanted < y.wanted ? -1 : 1));
}
