import { isNumber } from '../../../kernel/text/grams.ts';
import type { Background } from './background.ts';

/** Words of everyday requests that say nothing about the matter. */
const STOP_GRAMS = new Set(
  '一 一个 万 上 下 不 与 两 个 中 为 之 也 了 于 人 从 他 以 以内 但 使 使得 做 元 其 再 几 出 到 前 去 又 及 可 可以 后 和 在 多 大 天 太 好 它 对 小 少 就 左右 希望 年 并 怎么 想 我们 我厂 或 才 找 把 时 是 最好 月 有 来 每 没 没有 现在 用 由 的 看 等 给 老 能 被 要 要求 让 该 说 跟 还 这 那 都 里'.split(
    ' ',
  ),
);

/** Above this a gram is just rare; without a cap, chance meetings of rare pairs outweigh the matter. */
const CAP = 6;
/** What even the commonest gram would score; taken off so that it scores nothing. */
const BASE = 0.5;

export function isStopGram(gram: string): boolean {
  return STOP_GRAMS.has(gram);
}

/**
 * How much a shared gram says, 0 to 5.5: its inverse document frequency in the background, capped.
 * Bare numbers weigh nothing: they are compared as quantities, not as words.
 */
export function gramWeight(gram: string, background: Background): number {
  if (STOP_GRAMS.has(gram) || isNumber(gram)) return 0;
  const found = background.frequency.get(gram) ?? 0;
  const rarity = Math.log(1 + (background.documents - found + 0.5) / (found + 0.5));
  return Math.max(0, Math.min(CAP, rarity) - BASE);
}
