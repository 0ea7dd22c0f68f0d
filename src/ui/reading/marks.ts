/** A highlighted stretch of a text, in UTF-16 offsets. */
export type TextMark = {
  start: number;
  end: number;
  /** The same number on both sides is the same meeting. */
  pair?: number;
  /** met = literal or numeric, near = paraphrase, read = understood but not answered, less = counts less. */
  style: 'met' | 'near' | 'read' | 'less';
};

export type Piece = { text: string; mark?: TextMark };

/**
 * Cuts a text at its marks. Marks that reach outside the text are cut to it, empty ones dropped; of
 * two that overlap the earlier (then the longer) stays.
 */
export function cutAtMarks(text: string, marks: readonly TextMark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const ordered = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const mark of ordered) {
    const start = Math.max(0, mark.start);
    const end = Math.min(text.length, mark.end);
    if (start < at || end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, end), mark });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/**
 * Moves marks computed for `from` to the text `to` that was typed meanwhile: those wholly before or
 * wholly after the change stay on their words, those inside it are dropped.
 */
export function carryMarks(from: string, to: string, marks: readonly TextMark[]): TextMark[] {
  if (from === to) return [...marks];
  const shorter = Math.min(from.length, to.length);
  let before = 0;
  while (before < shorter && from[before] === to[before]) before += 1;
  let after = 0;
  while (after < shorter - before && from.at(-1 - after) === to.at(-1 - after)) after += 1;
  const shift = to.length - from.length;
  return marks.flatMap((mark) => {
    if (mark.end <= before) return [mark];
    if (mark.start >= from.length - after) {
      return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
    }
    return [];
  });
}
