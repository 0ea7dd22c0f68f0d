import type { ReactElement } from 'react';
import { MarkedText } from './MarkedText.tsx';
import { markStyle, type ReasonLine } from './reason.ts';

/** One side of a reason, marked as the reason says. */
export function ReasonSide({
  reason,
  side,
}: {
  reason: ReasonLine;
  side: 'wanted' | 'offered';
}): ReactElement | null {
  const text = reason[side];
  if (text === null) return null;
  const style = markStyle(reason);
  if (!style) return <>{text}</>;
  return (
    <MarkedText text={text} marks={[{ start: 0, end: text.length, style, pair: reason.pair }]} />
  );
}
