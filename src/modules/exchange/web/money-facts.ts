const fenInWan = 1_000_000;

/** Fen as 万元, as lists show it. */
export const wanOf = (fen: number | null): number | null => (fen === null ? null : fen / fenInWan);
