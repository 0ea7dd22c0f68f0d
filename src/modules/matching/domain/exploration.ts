import { seededRandom } from '../../../kernel/random.ts';
import type { OfferKind } from './match.ts';

type Ranked = { kind: OfferKind; rank: number; score: number };

/**
 * Lets chance decide between neighbours of one kind whose scores differ by no more than `margin`,
 * so that what the place does can be told from what the candidate does. Each candidate is drawn once
 * at most and moves one place at most; `drawn` is the upper rank of the two, also where they stayed.
 * With a margin of 0 nothing is drawn. The same seed gives the same order.
 */
export function exploreOrder<Match extends Ranked>(
  matches: readonly Match[],
  margin: number,
  seed: number,
): (Match & { drawn?: number })[] {
  if (margin <= 0) return [...matches];
  const random = seededRandom(seed);
  const order: (Match & { drawn?: number })[] = [...matches];
  // Pairs begin at the first or the second place, so that every two neighbours can be drawn.
  let at = random() < 0.5 ? 0 : 1;
  while (at + 1 < order.length) {
    const [upper, lower] = [order[at]!, order[at + 1]!];
    if (upper.kind !== lower.kind || upper.score - lower.score > margin) {
      at += 1;
      continue;
    }
    const drawn = upper.rank;
    const [first, second] = random() < 0.5 ? [upper, lower] : [lower, upper];
    order[at] = { ...first, rank: drawn, drawn };
    order[at + 1] = { ...second, rank: drawn + 1, drawn };
    at += 2;
  }
  return order;
}
