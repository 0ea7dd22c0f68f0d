import type { ReactElement } from 'react';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { matchingWords } from './matching-words.ts';
import type { KeptReading } from './open-candidate.ts';
import './asked-before.css';

/** On the page of a candidate: the question with which one came to it. */
export function AskedBefore({ reading }: { reading: KeptReading }): ReactElement {
  const t = matchingWords.useText();
  return (
    <div className="framed asked-before">
      <h2>{t('page.question')}</h2>
      <OwnWords lang="zh-CN">{reading.asked}</OwnWords>
      <p className="meta">{t('page.marksHere')}</p>
    </div>
  );
}
