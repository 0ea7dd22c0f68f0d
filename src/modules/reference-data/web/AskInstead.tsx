import type { ReactElement } from 'react';
import { Link } from '../../../ui/shell/Link.tsx';
import { referenceWords } from './reference-words.ts';

/** Beside lists: the question that saves reading them. */
export function AskInstead(): ReactElement {
  const t = referenceWords.useText();
  return (
    <>
      <h2>{t('ask.title')}</h2>
      <p>{t('ask.text')}</p>
      <Link className="button" to="/">
        {t('ask.button')}
      </Link>
    </>
  );
}
