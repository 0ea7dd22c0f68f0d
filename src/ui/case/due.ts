export type Tick = {
  /** yyyy-mm-dd in the district. */
  date: string;
  state: 'past' | 'today' | 'left' | 'overdue';
  working: boolean;
};

export type DueReading =
  | { tone: 'ample' | 'soon'; kind: 'left' | 'few'; count: number; total: number }
  | { tone: 'soon'; kind: 'today' }
  | { tone: 'over'; kind: 'over'; count: number };

/**
 * What the clock says. Counts working days only; half or less left (rounded up) is “only”. Whether a
 * due time has passed is read from the clock as well, since today's tick stays today after 18:00.
 */
export function readDue(ticks: readonly Tick[], dueAt: Date, now: Date): DueReading {
  const working = ticks.filter((tick) => tick.working);
  const count = (state: Tick['state']): number =>
    working.filter((tick) => tick.state === state).length;
  if (now.getTime() > dueAt.getTime()) {
    return { tone: 'over', kind: 'over', count: count('overdue') };
  }
  const left = count('left');
  if (left === 0) return { tone: 'soon', kind: 'today' };
  const total = working.length - count('overdue');
  const few = left <= Math.ceil(total / 2);
  return { tone: few ? 'soon' : 'ample', kind: few ? 'few' : 'left', count: left, total };
}

/** More working days than this are drawn as one scale with a number. */
export const mostTicks = 12;
