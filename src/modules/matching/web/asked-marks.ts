import type { TextMark } from '../../../ui/reading/marks.ts';
import type { Answer, Match } from '../contract.ts';
import { bestFew } from './BriefCards.tsx';

const strength: Record<TextMark['style'], number> = { met: 2, near: 1, read: 0 };

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
