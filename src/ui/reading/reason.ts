import type { BeadKind } from './Bead.tsx';

export type ReasonNote = { code: string; params?: Record<string, string | number> };

/** One line of the reading side by side, as matching gives it. */
export type ReasonLine = {
  kind: 'phrase' | 'metric' | 'budget' | 'maturity' | 'cooperation' | 'region' | 'industry';
  verdict: BeadKind;
  wanted: string | null;
  offered: string | null;
  pair?: number;
  note?: ReasonNote;
};

/** How the two sides of a line are marked; undefined when it is a fact and not somebody's words. */
export function markStyle(reason: ReasonLine): 'met' | 'near' | 'read' | undefined {
  const words = reason.kind === 'phrase' || reason.kind === 'metric';
  if (!words && reason.pair === undefined) return undefined;
  return markByVerdict[reason.verdict];
}

const markByVerdict = {
  yes: 'met',
  near: 'near',
  part: 'near',
  none: 'read',
  no: undefined,
} as const;
