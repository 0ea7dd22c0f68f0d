/** A small generator with a seed (mulberry32), 0 ≤ x < 1, so that what is drawn can be drawn again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A copy in an order drawn with `random` (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const list = [...items];
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other]!, list[last]!];
  }
  return list;
}

/** The bounds between which 95 % of the drawn values lie. Sorts them in place. */
export function middle95(drawn: number[]): { lo: number; hi: number } {
  drawn.sort((a, b) => a - b);
  return {
    lo: drawn[Math.floor(0.025 * drawn.length)] ?? 0,
    hi: drawn[Math.min(drawn.length - 1, Math.floor(0.975 * drawn.length))] ?? 0,
  };
}
