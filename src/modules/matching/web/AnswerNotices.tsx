import type { ReactElement } from 'react';
import type { Answer } from '../contract.ts';
import { matchingWords } from './matching-words.ts';
import './answer-notices.css';

const texts = {
  'embeddings.away': 'notices.embeddings-away',
  'reranker.away': 'notices.reranker-away',
} as const;

/** What this answer was made without; nothing when nothing is missing. */
export function AnswerNotices({ answer }: { answer: Answer }): ReactElement | null {
  const t = matchingWords.useText();
  if (answer.notices.length === 0) return null;
  return (
    <output className="answer-notices">
      {answer.notices.map((notice) => (
        <span key={notice}>{t(texts[notice])}</span>
      ))}
    </output>
  );
}
