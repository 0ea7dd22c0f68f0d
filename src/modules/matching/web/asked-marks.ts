import type { TextMark } from '../../../ui/reading/marks.ts';
import type { Answer, Match } from '../contract.ts';
import { bestFew } from './BriefCards.tsx';

const strength: Record<TextMark['style'], number> = { met: 3, near: 2, read: 1, less: 0 };

/** Marks of the shown candidates in the question, the strongest first where they overlap; unnumbered, since the candidates count apart. */
export function askedMarks(answer: Answer): TextMark[] {
  const marks = bestFew(answer.matches)
    .flatMap((match) => match.marks.asked)
    .filter(({ field }) => field === 'text')
    .toSorted((a, b) => strength[b.style] - strength[a.style]);
  const kept: TextMark[] = [];
  for (const { start, end, style } of marks) {
    if (kept.every((other) => other.end <= start || end <= other.start)) {
      kept.push({ start, end, style });
    }
  }
  return kept;
}

/** Marks of one candidate in a field of the question, with the numbers of their pairs. */
export const askedMarksOf = (match: Match | undefined, field: 'title' | 'text'): TextMark[] =>
  match?.marks.asked.filter((mark) => mark.field === field) ?? [];

/** The marks, and between them what counts less. */
export function withCountedLess(
  marks: readonly TextMark[],
  answer: Answer | undefined,
  field: 'title' | 'text',
): TextMark[] {
  const pale = (answer?.asked.reading.countedLess ?? []).filter((part) => part.field === field);
  return [...marks, ...pale.flatMap((part) => around(part, marks))];
}

/** What of a stretch no mark covers. */
function around({ start, end }: { start: number; end: number }, marks: readonly TextMark[]) {
  const open: TextMark[] = [];
  let at = start;
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    if (mark.end <= at || mark.start >= end) continue;
    if (mark.start > at) open.push({ start: at, end: mark.start, style: 'less' });
    at = mark.end;
  }
  if (at < end) open.push({ start: at, end, style: 'less' });
  return open;
}
